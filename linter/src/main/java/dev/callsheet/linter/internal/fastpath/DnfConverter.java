package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Formula;
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
 * themselves drop out. "At least n of k" is every choice of n parts. The size can grow exponentially
 * with the formula, so the conversion gives up above {@value #MAX_CONJUNCTIONS} conjunctions; the
 * caller then tries the negation, or flags every value of the scope. The rules of real models take
 * one to a few dozen.
 */
final class DnfConverter {
  /** A formula that takes more is tested in its negated form, or not here. */
  private static final int MAX_CONJUNCTIONS = 4096;

  private final ToIntFunction<Formula> factNumbers;

  /** {@code factNumbers} gives the number of the fact that an atom states. */
  DnfConverter(ToIntFunction<Formula> factNumbers) {
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

  /** The formula, or its negation; null when that takes too many conjunctions. */
  @Nullable List<Conjunction> toDnf(Formula formula, boolean holds) {
    if (formula instanceof Formula.Not negated) {
      return toDnf(negated.part(), !holds);
    }
    if (formula instanceof Formula.Implies rule) {
      List<Formula> either = List.of(new Formula.Not(rule.condition()), rule.consequence());
      return toDnf(new Formula.Any(either), holds);
    }
    if (formula instanceof Formula.All all) {
      return holds ? conjunction(all.parts(), true) : disjunction(all.parts(), false);
    }
    if (formula instanceof Formula.Any any) {
      return holds ? disjunction(any.parts(), true) : conjunction(any.parts(), false);
    }
    if (formula instanceof Formula.Count count) {
      return holds ? countWithin(count) : countOutside(count);
    }
    BitSet fact = new BitSet();
    fact.set(factNumbers.applyAsInt(formula));
    return List.of(
        holds ? new Conjunction(fact, new BitSet()) : new Conjunction(new BitSet(), fact));
  }

  private @Nullable List<Conjunction> disjunction(List<Formula> parts, boolean hold) {
    List<Conjunction> conjunctions = new ArrayList<>();
    for (Formula part : parts) {
      List<Conjunction> more = toDnf(part, hold);
      if (more == null || conjunctions.size() + more.size() > MAX_CONJUNCTIONS) {
        return null;
      }
      conjunctions.addAll(more);
    }
    return conjunctions;
  }

  private @Nullable List<Conjunction> conjunction(List<Formula> parts, boolean hold) {
    List<Conjunction> conjunctions = List.of(new Conjunction(new BitSet(), new BitSet()));
    for (Formula part : parts) {
      conjunctions = product(conjunctions, toDnf(part, hold));
      if (conjunctions == null) {
        return null;
      }
    }
    return conjunctions;
  }

  private static @Nullable List<Conjunction> product(
      List<Conjunction> left, @Nullable List<Conjunction> right) {
    if (right == null || (long) left.size() * right.size() > MAX_CONJUNCTIONS) {
      return null;
    }
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

  private @Nullable List<Conjunction> countWithin(Formula.Count count) {
    int most = count.parts().size();
    List<Conjunction> enough = atLeast(count.minimum(), count.parts(), true);
    List<Conjunction> few = atLeast(Math.max(0, most - count.maximum()), count.parts(), false);
    return enough == null ? null : product(enough, few);
  }

  private @Nullable List<Conjunction> countOutside(Formula.Count count) {
    int most = count.parts().size();
    List<Conjunction> tooFew = atLeast(most - count.minimum() + 1, count.parts(), false);
    List<Conjunction> tooMany = atLeast(count.maximum() + 1, count.parts(), true);
    if (tooFew == null || tooMany == null) {
      return null;
    }
    List<Conjunction> conjunctions = new ArrayList<>(tooFew);
    conjunctions.addAll(tooMany);
    return conjunctions;
  }

  /** That at least {@code number} of the parts hold, or fail. */
  private @Nullable List<Conjunction> atLeast(int number, List<Formula> parts, boolean hold) {
    if (number <= 0) {
      return List.of(new Conjunction(new BitSet(), new BitSet()));
    }
    if (number > parts.size()) {
      return List.of();
    }
    List<Formula> others = parts.subList(1, parts.size());
    List<Conjunction> without = atLeast(number, others, hold);
    List<Conjunction> first = toDnf(parts.get(0), hold);
    List<Conjunction> rest = atLeast(number - 1, others, hold);
    if (without == null || first == null || rest == null) {
      return null;
    }
    List<Conjunction> with = product(first, rest);
    if (with == null || with.size() + without.size() > MAX_CONJUNCTIONS) {
      return null;
    }
    List<Conjunction> conjunctions = new ArrayList<>(with);
    conjunctions.addAll(without);
    return conjunctions;
  }
}
