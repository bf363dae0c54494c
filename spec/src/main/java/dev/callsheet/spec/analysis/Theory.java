package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Requirement;
import dev.callsheet.spec.model.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.logicng.datastructures.Assignment;
import org.logicng.datastructures.Tristate;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Literal;
import org.logicng.formulas.Variable;
import org.logicng.solvers.MiniSat;
import org.logicng.solvers.SATSolver;
import org.logicng.solvers.functions.OptimizationFunction;

/**
 * Everything a spec demands of a request, to ask questions of. Not safe for use by several threads.
 */
final class Theory {
  private static final int MODELS_KEPT = 64;

  private final FormulaFactory f = new FormulaFactory();
  private final Vocabulary vocabulary;
  private final Encoding encoding;
  private final Map<String, Law> laws = new LinkedHashMap<>();
  private final SATSolver solver = MiniSat.miniSat(f);
  private final Reading reading;
  private final Map<org.logicng.formulas.Formula, Variable> questions = new HashMap<>();

  /** Requests that were found on the way; most questions are answered by one of them. */
  private final Deque<Assignment> models = new ArrayDeque<>();

  /** Everything that a spec demands of any request. */
  Theory(ModelSpec spec, Reading reading) {
    this(spec, reading, false);
  }

  /**
   * What a spec demands of requests.
   *
   * @param itemsAlike whether to look only at those in which the items of each list are alike
   */
  Theory(ModelSpec spec, Reading reading, boolean itemsAlike) {
    this.reading = reading;
    this.vocabulary = new Vocabulary(f, spec, fragmentsOf(spec));
    this.encoding = new Encoding(f, vocabulary, itemsAlike);
    for (Rule rule : spec.rules()) {
      Encoding.Encoded demand = encode(rule.scope(), Requirement.of(reading.lawOf(rule)));
      Vocabulary.Term scope = vocabulary.term(rule.scope());
      org.logicng.formulas.Formula inScope =
          scope == null ? demand.formula() : f.implication(scope.present(), demand.formula());
      Variable kept = f.variable("@kept " + rule.id());
      Variable broken = f.variable("@broken " + rule.id());
      laws.put(rule.id(), new Law(rule, inScope, demand.complete(), kept, broken));
    }
    vocabulary.shapeDemands().forEach(solver::add);
    encoding.definitions().forEach(solver::add);
    for (Law law : laws.values()) {
      solver.add(f.implication(law.kept(), law.demand()));
      solver.add(f.implication(law.broken(), law.demand().negate()));
    }
  }

  FormulaFactory factory() {
    return f;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Collection<Law> laws() {
    return laws.values();
  }

  Law law(String rule) {
    return Objects.requireNonNull(laws.get(rule), rule);
  }

  /** Says a formula in the theory's variables; its definitions are known to the solver at once. */
  Encoding.Encoded encode(Path scope, Formula formula) {
    int known = encoding.definitions().size();
    Encoding.Encoded encoded = encoding.encode(scope, formula);
    List<org.logicng.formulas.Formula> definitions = encoding.definitions();
    if (definitions.size() > known) {
      definitions.subList(known, definitions.size()).forEach(solver::add);
      models.clear(); // they say nothing of what was just defined
    }
    return encoded;
  }

  /** Whether a request that keeps all rules can be so, all of it at once. */
  boolean possible(org.logicng.formulas.Formula... claims) {
    boolean shown =
        models.stream().anyMatch(model -> Arrays.stream(claims).allMatch(c -> c.evaluate(model)));
    if (shown) {
      return true;
    }
    boolean possible = possible(List.of(claims), laws.values());
    if (possible) {
      models.addFirst(model());
      if (models.size() > MODELS_KEPT) {
        models.removeLast();
      }
    }
    return possible;
  }

  /** Whether a request that keeps these rules can be so; other rules do not matter. */
  boolean possible(org.logicng.formulas.Formula claim, Collection<Law> kept) {
    return possible(List.of(claim), kept);
  }

  private boolean possible(List<org.logicng.formulas.Formula> claims, Collection<Law> kept) {
    List<Literal> assumptions = new ArrayList<>();
    claims.forEach(claim -> assumptions.add(named(claim)));
    kept.forEach(law -> assumptions.add(law.kept()));
    return solver.sat(assumptions) == Tristate.TRUE;
  }

  /** What is true in the request that was found possible last. */
  Assignment model() {
    Assignment model = solver.model();
    model.convertToFastEvaluable();
    return model;
  }

  /** A smallest set of rules that forbids the claim; empty where the shapes alone forbid it. */
  List<Cause> causes(org.logicng.formulas.Formula claim, Collection<Law> among) {
    return new SmallestCause(this, named(claim))
        .among(among).stream()
            .map(law -> new Cause(law.rule().id(), words(law.rule()), law.rule().location()))
            .sorted((a, b) -> a.location().compareTo(b.location()))
            .toList();
  }

  /**
   * A request that keeps these rules, is as claimed, provides as little as can be, and that
   * plainly.
   */
  Optional<Assignment> smallest(org.logicng.formulas.Formula claim, Collection<Law> kept) {
    SATSolver fresh = MiniSat.miniSat(f);
    vocabulary.shapeDemands().forEach(fresh::add);
    encoding.definitions().forEach(fresh::add);
    kept.forEach(law -> fresh.add(law.demand()));
    fresh.add(claim);
    if (fresh.sat() != Tristate.TRUE) {
      return Optional.empty();
    }
    List<Variable> presence = new ArrayList<>();
    List<Variable> all = new ArrayList<>();
    for (Vocabulary.Term term : vocabulary.terms()) {
      if (term.parameter() != null) {
        presence.add(term.present()); // an item comes with its list
      }
      List<Variable> cells = new ArrayList<>();
      term.cells().values().forEach(cell -> cells.addAll(cell.variables()));
      all.addAll(cells);
      if (cells.size() > 1) {
        presence.addAll(
            cells.subList(1, cells.size())); // so that the first, the plainest, is chosen
      }
    }
    all.addAll(presence);
    return Optional.ofNullable(
        fresh.execute(
            OptimizationFunction.builder()
                .literals(presence)
                .additionalVariables(all)
                .minimize()
                .build()));
  }

  private String words(Rule rule) {
    String note = rule.note();
    boolean other = reading == Reading.DOCUMENTED && rule.documented() != null && note != null;
    return other ? rule.sentence() + " Published otherwise: " + note : rule.sentence();
  }

  /** The rules but one. */
  List<Law> without(Law law) {
    return laws.values().stream().filter(other -> !other.kept().equals(law.kept())).toList();
  }

  /** A literal that, where it holds, makes the claim hold. */
  private Literal named(org.logicng.formulas.Formula claim) {
    if (claim instanceof Literal literal) {
      return literal;
    }
    return questions.computeIfAbsent(
        claim,
        question -> {
          Variable name = f.variable("@question" + questions.size());
          solver.add(f.implication(name, question));
          return name;
        });
  }

  private static Map<Path, Set<Fragment>> fragmentsOf(ModelSpec spec) {
    Map<Path, Set<Fragment>> found = new LinkedHashMap<>();
    for (Rule rule : spec.rules()) {
      for (Reading reading : Reading.values()) {
        collect(rule.scope(), Requirement.of(reading.lawOf(rule)), found);
      }
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      for (Pricing.Rate rate : pricing.rates()) {
        Formula when = rate.when();
        if (when != null) {
          collect(Path.ROOT, when, found);
        }
      }
    }
    return found;
  }

  private static void collect(Path scope, Formula formula, Map<Path, Set<Fragment>> found) {
    if (formula instanceof Formula.Matches atom) {
      collect(scope.then(atom.path()), atom.fragment(), found);
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> collect(scope, part, found));
    } else if (formula instanceof Formula.Any combined) {
      combined.parts().forEach(part -> collect(scope, part, found));
    } else if (formula instanceof Formula.Count combined) {
      combined.parts().forEach(part -> collect(scope, part, found));
    } else if (formula instanceof Formula.Not negated) {
      collect(scope, negated.part(), found);
    } else if (formula instanceof Formula.Implies conditional) {
      collect(scope, conditional.condition(), found);
      collect(scope, conditional.consequence(), found);
    }
  }

  private static void collect(Path path, Fragment fragment, Map<Path, Set<Fragment>> found) {
    found.computeIfAbsent(path, same -> new LinkedHashSet<>()).add(fragment);
    for (Facet facet : fragment.facets()) {
      if (facet instanceof Facet.Not not) {
        collect(path, not.fragment(), found);
      } else if (facet instanceof Facet.Member member) {
        collect(path.member(member.name()), member.fragment(), found);
      } else if (facet instanceof Facet.Contains contains) {
        collect(path.eachItem(), contains.fragment(), found);
      }
    }
  }
}
