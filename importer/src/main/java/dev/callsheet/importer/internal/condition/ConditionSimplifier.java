package dev.callsheet.importer.internal.condition;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Simplifies conditions by what is known of the parameters. Published schemas say the presence of a
 * nested parameter step by step ({@code properties: inputs: required: [video]}, {@code required:
 * [inputs]}); that {@code inputs.video} is provided says all of it, since it cannot be provided
 * without {@code inputs}. Every step keeps the meaning for requests that have the shape of the
 * model's parameters; others are invalid in any case.
 */
public final class ConditionSimplifier implements ConditionVisitor<Condition> {
  /** Lists longer than this are not compared part by part. */
  private static final int MAX_COMPARED_PARTS = 100;

  private final ParameterTree parameters;

  /** What holds where the condition stands. */
  private final List<Condition> facts;

  /** For conditions on these parameters. */
  public ConditionSimplifier(ParameterTree parameters) {
    this(parameters, List.of());
  }

  private ConditionSimplifier(ParameterTree parameters, List<Condition> facts) {
    this.parameters = parameters;
    this.facts = facts;
  }

  /** A condition of the same meaning. */
  public Condition simplify(Condition condition) {
    return condition.accept(this);
  }

  private ConditionSimplifier assuming(Condition fact) {
    List<Condition> known = new ArrayList<>(facts);
    known.addAll(fact instanceof Condition.All all ? all.parts() : List.of(fact));
    return new ConditionSimplifier(parameters, known);
  }

  @Override
  public Condition visitConstant(Condition.Constant condition) {
    return condition;
  }

  @Override
  public Condition visitProvided(Condition.Provided condition) {
    return atom(condition, condition.path(), parameters.isAlwaysProvided(condition.path()));
  }

  @Override
  public Condition visitMatches(Condition.Matches condition) {
    List<JsonNode> shapes = parameters.shapes(condition.path());
    Optional<ObjectNode> left = FragmentPruner.prune(condition.fragment(), shapes);
    if (left.isEmpty()) {
      return Condition.FALSE;
    }
    return left.get().isEmpty()
        ? visitProvided(new Condition.Provided(condition.path()))
        : atom(new Condition.Matches(condition.path(), left.get()), condition.path(), false);
  }

  private Condition atom(Condition atom, ParameterPath path, boolean alwaysHolds) {
    if (!parameters.exists(path)) {
      return Condition.FALSE;
    }
    if (alwaysHolds || facts.stream().anyMatch(fact -> implies(fact, atom))) {
      return Condition.TRUE;
    }
    Condition opposite = new Condition.Not(atom);
    return facts.stream().anyMatch(fact -> implies(fact, opposite)) ? Condition.FALSE : atom;
  }

  @Override
  public Condition visitRows(Condition.Rows condition) {
    return condition.parameters().stream().allMatch(parameters::exists)
        ? condition
        : Condition.TRUE;
  }

  /** What holds beside it is known to each part; so is what does not, to the parts of a choice. */
  @Override
  public Condition visitAll(Condition.All condition) {
    Set<Condition> parts = conjuncts(condition.parts(), this);
    List<Condition> atoms = parts.stream().filter(ConditionSimplifier::isAtom).toList();
    if (!atoms.isEmpty() && atoms.size() < parts.size()) {
      ConditionSimplifier knowing = assuming(new Condition.All(atoms));
      List<Condition> others = parts.stream().filter(part -> !isAtom(part)).toList();
      parts = new LinkedHashSet<>(atoms);
      parts.addAll(conjuncts(others, knowing));
    }
    return parts.contains(Condition.FALSE)
        ? Condition.FALSE
        : all(withoutImplied(parts, (part, other) -> implies(other, part)));
  }

  private static Set<Condition> conjuncts(List<Condition> parts, ConditionSimplifier simplifier) {
    Set<Condition> conjuncts = new LinkedHashSet<>();
    for (Condition part : parts) {
      Condition simple = simplifier.simplify(part);
      conjuncts.addAll(simple instanceof Condition.All all ? all.parts() : List.of(simple));
    }
    conjuncts.remove(Condition.TRUE);
    return conjuncts;
  }

  @Override
  public Condition visitAny(Condition.Any condition) {
    Set<Condition> parts = disjuncts(condition.parts(), this);
    List<Condition> absent = parts.stream().filter(ConditionSimplifier::isNegatedAtom).toList();
    if (!absent.isEmpty() && absent.size() < parts.size()) {
      List<Condition> known = absent.stream().map(part -> ((Condition.Not) part).part()).toList();
      ConditionSimplifier knowing = assuming(new Condition.All(known));
      List<Condition> others = parts.stream().filter(part -> !isNegatedAtom(part)).toList();
      parts = new LinkedHashSet<>(absent);
      parts.addAll(disjuncts(others, knowing));
    }
    return parts.contains(Condition.TRUE)
        ? Condition.TRUE
        : any(withoutImplied(parts, ConditionSimplifier::implies));
  }

  private static Set<Condition> disjuncts(List<Condition> parts, ConditionSimplifier simplifier) {
    Set<Condition> disjuncts = new LinkedHashSet<>();
    for (Condition part : parts) {
      Condition simple = simplifier.simplify(part);
      disjuncts.addAll(simple instanceof Condition.Any any ? any.parts() : List.of(simple));
    }
    disjuncts.remove(Condition.FALSE);
    return disjuncts;
  }

  private static boolean isAtom(Condition condition) {
    return condition instanceof Condition.Provided || condition instanceof Condition.Matches;
  }

  private static boolean isNegatedAtom(Condition condition) {
    return condition instanceof Condition.Not not && isAtom(not.part());
  }

  @Override
  public Condition visitExactlyOne(Condition.ExactlyOne condition) {
    List<Condition> parts = condition.parts().stream().map(this::simplify).toList();
    List<Condition> open = parts.stream().filter(part -> !isConstant(part)).toList();
    long holding = parts.stream().filter(Condition.TRUE::equals).count();
    if (holding > 1) {
      return Condition.FALSE;
    }
    if (holding == 1) {
      return simplify(new Condition.Not(any(open)));
    }
    return open.size() < 2 ? any(open) : new Condition.ExactlyOne(open);
  }

  @Override
  public Condition visitNot(Condition.Not condition) {
    return not(simplify(condition.part()));
  }

  @Override
  public Condition visitImplies(Condition.Implies condition) {
    Condition when = simplify(condition.condition());
    Condition then = assuming(when).simplify(condition.consequence());
    if (when.equals(Condition.FALSE) || then.equals(Condition.TRUE)) {
      return Condition.TRUE;
    }
    if (when.equals(Condition.TRUE)) {
      return then;
    }
    return then.equals(Condition.FALSE) ? not(when) : new Condition.Implies(when, then);
  }

  /** What holds when all of these do; a single one stands for itself. */
  public static Condition all(List<Condition> parts) {
    return switch (parts.size()) {
      case 0 -> Condition.TRUE;
      case 1 -> parts.get(0);
      default -> new Condition.All(parts);
    };
  }

  /** What holds when one of these does; a single one stands for itself. */
  public static Condition any(List<Condition> parts) {
    return switch (parts.size()) {
      case 0 -> Condition.FALSE;
      case 1 -> parts.get(0);
      default -> new Condition.Any(parts);
    };
  }

  private static Condition not(Condition part) {
    if (part instanceof Condition.Not inner) {
      return inner.part();
    }
    if (part instanceof Condition.Implies implication) {
      return all(List.of(implication.condition(), not(implication.consequence())));
    }
    return part instanceof Condition.Constant constant
        ? new Condition.Constant(!constant.holds())
        : new Condition.Not(part);
  }

  private static boolean isConstant(Condition condition) {
    return condition instanceof Condition.Constant;
  }

  /** The parts without those that another makes superfluous; of equals, the first stays. */
  private static List<Condition> withoutImplied(
      Set<Condition> parts, BiPredicate<Condition, Condition> isSuperfluousBesides) {
    List<Condition> left = new ArrayList<>(parts);
    if (left.size() > MAX_COMPARED_PARTS) {
      return left;
    }
    for (int i = left.size() - 1; i >= 0; i--) {
      Condition part = left.get(i);
      boolean superfluous =
          left.stream().anyMatch(o -> !o.equals(part) && isSuperfluousBesides.test(part, o));
      if (superfluous) {
        left.remove(i);
      }
    }
    return left;
  }

  /** Whether one certainly implies the other, by their form. */
  public static boolean implies(Condition one, Condition other) {
    if (one.equals(other)) {
      return true;
    }
    if (one instanceof Condition.Any any) {
      return any.parts().stream().allMatch(part -> implies(part, other));
    }
    if (other instanceof Condition.All all) {
      return all.parts().stream().allMatch(part -> implies(one, part));
    }
    if (one instanceof Condition.All all
        && all.parts().stream().anyMatch(part -> implies(part, other))) {
      return true;
    }
    if (other instanceof Condition.Any any
        && any.parts().stream().anyMatch(part -> implies(one, part))) {
      return true;
    }
    if (one instanceof Condition.Not first && other instanceof Condition.Not second) {
      return implies(second.part(), first.part());
    }
    return other instanceof Condition.Provided provided && isAtOrBelow(one, provided.path());
  }

  /** Whether a condition on one parameter says that another, around it or itself, is provided. */
  private static boolean isAtOrBelow(Condition one, ParameterPath path) {
    if (one instanceof Condition.Provided provided) {
      return path.isPrefixOf(provided.path());
    }
    return one instanceof Condition.Matches matches && path.isPrefixOf(matches.path());
  }
}
