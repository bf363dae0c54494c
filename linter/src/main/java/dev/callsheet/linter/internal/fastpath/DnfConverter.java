package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.Formula;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a disjunction of cubes: facts that hold and facts that do not, which a mask tests at
 * once.
 */
final class DnfConverter {
  /** A formula that takes more is better judged in its other form. */
  private static final int MAX_CONJUNCTIONS = 4096;

  private final ToIntFunction<Formula> factNumbers;

  /** {@code facts} gives the number of the fact that an atom states. */
  DnfConverter(ToIntFunction<Formula> facts) {
    this.factNumbers = facts;
  }

  /** Facts that hold, and facts that do not. */
  record Conjunction(BitSet trueFacts, BitSet falseFacts) {
    private @Nullable Conjunction and(Conjunction other) {
      BitSet bothHold = (BitSet) trueFacts.clone();
      bothHold.or(other.trueFacts);
      BitSet bothFail = (BitSet) falseFacts.clone();
      bothFail.or(other.falseFacts);
      return bothHold.intersects(bothFail) ? null : new Conjunction(bothHold, bothFail);
    }
  }

  /** The formula, or its negation; null when that would take too many cubes. */
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
    List<Conjunction> cubes = new ArrayList<>();
    for (Formula part : parts) {
      List<Conjunction> more = toDnf(part, hold);
      if (more == null || cubes.size() + more.size() > MAX_CONJUNCTIONS) {
        return null;
      }
      cubes.addAll(more);
    }
    return cubes;
  }

  private @Nullable List<Conjunction> conjunction(List<Formula> parts, boolean hold) {
    List<Conjunction> cubes = List.of(new Conjunction(new BitSet(), new BitSet()));
    for (Formula part : parts) {
      cubes = product(cubes, toDnf(part, hold));
      if (cubes == null) {
        return null;
      }
    }
    return cubes;
  }

  private static @Nullable List<Conjunction> product(
      List<Conjunction> left, @Nullable List<Conjunction> right) {
    if (right == null || (long) left.size() * right.size() > MAX_CONJUNCTIONS) {
      return null;
    }
    List<Conjunction> cubes = new ArrayList<>();
    for (Conjunction one : left) {
      for (Conjunction other : right) {
        Conjunction cube = one.and(other);
        if (cube != null) {
          cubes.add(cube);
        }
      }
    }
    return cubes;
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
    List<Conjunction> cubes = new ArrayList<>(tooFew);
    cubes.addAll(tooMany);
    return cubes;
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
    List<Conjunction> cubes = new ArrayList<>(with);
    cubes.addAll(without);
    return cubes;
  }
}
