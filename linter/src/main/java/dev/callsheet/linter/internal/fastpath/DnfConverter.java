package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaVisitor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns a formula into disjunctive normal form: a list of conjunctions of facts that must be true
 * and facts that must be false. The formula holds when any conjunction does.
 *
 * <p>Negation is pushed to the atoms on the way down ({@code holds} says which of the two forms is
 * wanted), "or" joins lists, and "and" multiplies them, where conjunctions that contradict
 * themselves drop out. "At least n of k" is every choice of n parts. The size can grow
 * exponentially with the formula, so the conversion gives up above {@value #MAX_CONJUNCTIONS}
 * conjunctions; the caller then tries the negation, or flags every value of the scope. The rules of
 * real models take one to a few dozen.
 */
final class DnfConverter {
  /** A formula that takes more is tested in its negated form, or not here. */
  private static final int MAX_CONJUNCTIONS = 4096;

  private final ToIntFunction<Formula.Atom> factNumbers;

  /** {@code factNumbers} gives the number of the fact that an atom states. */
  DnfConverter(ToIntFunction<Formula.Atom> factNumbers) {
    this.factNumbers = factNumbers;
  }

  /** Facts that must be true, and facts that must be false. */
  record Conjunction(BitSet trueFacts, BitSet falseFacts) {
    private @Nullable Conjunction and(Conjunction other) {
      BitSet bothHold = (BitSet) trueFacts.clone();
      bothHold.or(other.trueFacts);
      BitSet bothFail = (BitSet) falseFacts.clone();
      bothFail.or(other.falseFacts);
      return bothHold.intersects(bothFail) ? null : new Conjunction(bothHold, bothFail);
    }
  }

  /** The formula takes too many conjunctions; without a stack trace. */
  private static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("too many conjunctions", null, false, false);
    }
  }

  /** The formula, or its negation; null when that takes too many conjunctions. */
  @Nullable List<Conjunction> toDnf(Formula formula, boolean holds) {
    try {
      return convert(formula, holds);
    } catch (TooLargeException e) {
      return null;
    }
  }

  private List<Conjunction> convert(Formula formula, boolean holds) {
    return formula.accept(new Form(holds));
  }

  /** The normal form of a formula, or of its negation. */
  private final class Form implements FormulaVisitor<List<Conjunction>> {
    private final boolean holds;

    Form(boolean holds) {
      this.holds = holds;
    }

    @Override
    public List<Conjunction> visitNot(Formula.Not formula) {
      return convert(formula.part(), !holds);
    }

    @Override
    public List<Conjunction> visitImplies(Formula.Implies formula) {
      List<Formula> either = List.of(new Formula.Not(formula.condition()), formula.consequence());
      return convert(new Formula.Any(either), holds);
    }

    @Override
    public List<Conjunction> visitAll(Formula.All formula) {
      return holds ? conjunction(formula.parts(), true) : disjunction(formula.parts(), false);
    }

    @Override
    public List<Conjunction> visitAny(Formula.Any formula) {
      return holds ? disjunction(formula.parts(), true) : conjunction(formula.parts(), false);
    }

    @Override
    public List<Conjunction> visitCount(Formula.Count formula) {
      return holds ? countWithin(formula) : countOutside(formula);
    }

    @Override
    public List<Conjunction> visitAtom(Formula.Atom atom) {
      BitSet fact = new BitSet();
      fact.set(factNumbers.applyAsInt(atom));
      return List.of(
          holds ? new Conjunction(fact, new BitSet()) : new Conjunction(new BitSet(), fact));
    }
  }

  private List<Conjunction> disjunction(List<Formula> parts, boolean hold) {
    List<Conjunction> conjunctions = new ArrayList<>();
    for (Formula part : parts) {
      conjunctions.addAll(convert(part, hold));
      checkSize(conjunctions.size());
    }
    return conjunctions;
  }

  private List<Conjunction> conjunction(List<Formula> parts, boolean hold) {
    List<Conjunction> conjunctions = List.of(new Conjunction(new BitSet(), new BitSet()));
    for (Formula part : parts) {
      conjunctions = product(conjunctions, convert(part, hold));
    }
    return conjunctions;
  }

  private static List<Conjunction> product(List<Conjunction> left, List<Conjunction> right) {
    checkSize((long) left.size() * right.size());
    List<Conjunction> conjunctions = new ArrayList<>();
    for (Conjunction one : left) {
      for (Conjunction other : right) {
        Conjunction both = one.and(other);
        if (both != null) {
          conjunctions.add(both);
        }
      }
    }
    return conjunctions;
  }

  private List<Conjunction> countWithin(Formula.Count count) {
    int most = count.parts().size();
    List<Conjunction> enough = atLeast(count.minimum(), count.parts(), true);
    List<Conjunction> few = atLeast(Math.max(0, most - count.maximum()), count.parts(), false);
    return product(enough, few);
  }

  private List<Conjunction> countOutside(Formula.Count count) {
    int most = count.parts().size();
    List<Conjunction> tooFew = atLeast(most - count.minimum() + 1, count.parts(), false);
    List<Conjunction> tooMany = atLeast(count.maximum() + 1, count.parts(), true);
    List<Conjunction> conjunctions = new ArrayList<>(tooFew);
    conjunctions.addAll(tooMany);
    return conjunctions;
  }

  /** That at least {@code number} of the parts hold, or fail. */
  private List<Conjunction> atLeast(int number, List<Formula> parts, boolean hold) {
    if (number <= 0) {
      return List.of(new Conjunction(new BitSet(), new BitSet()));
    }
    if (number > parts.size()) {
      return List.of();
    }
    List<Formula> others = parts.subList(1, parts.size());
    List<Conjunction> without = atLeast(number, others, hold);
    List<Conjunction> first = convert(parts.get(0), hold);
    List<Conjunction> rest = atLeast(number - 1, others, hold);
    List<Conjunction> with = product(first, rest);
    checkSize(with.size() + without.size());
    List<Conjunction> conjunctions = new ArrayList<>(with);
    conjunctions.addAll(without);
    return conjunctions;
  }

  private static void checkSize(long conjunctions) {
    if (conjunctions > MAX_CONJUNCTIONS) {
      throw new TooLargeException();
    }
  }
}
