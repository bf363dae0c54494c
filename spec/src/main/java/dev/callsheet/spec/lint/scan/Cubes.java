package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.Formula;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a disjunction of cubes: facts that hold and facts that do not, which a mask tests at
 * once.
 */
final class Cubes {
  /** A formula that takes more is better judged in its other form. */
  private static final int MOST = 4096;

  private final ToIntFunction<Formula> facts;

  /** {@code facts} gives the number of the fact that an atom states. */
  Cubes(ToIntFunction<Formula> facts) {
    this.facts = facts;
  }

  /** Facts that hold, and facts that do not. */
  record Cube(BitSet hold, BitSet fail) {
    private @Nullable Cube and(Cube other) {
      BitSet bothHold = (BitSet) hold.clone();
      bothHold.or(other.hold);
      BitSet bothFail = (BitSet) fail.clone();
      bothFail.or(other.fail);
      return bothHold.intersects(bothFail) ? null : new Cube(bothHold, bothFail);
    }
  }

  /** The formula, or its negation; null when that would take too many cubes. */
  @Nullable List<Cube> of(Formula formula, boolean holds) {
    if (formula instanceof Formula.Not negated) {
      return of(negated.part(), !holds);
    }
    if (formula instanceof Formula.Implies rule) {
      List<Formula> either = List.of(new Formula.Not(rule.condition()), rule.consequence());
      return of(new Formula.Any(either), holds);
    }
    if (formula instanceof Formula.All all) {
      return holds ? every(all.parts(), true) : some(all.parts(), false);
    }
    if (formula instanceof Formula.Any any) {
      return holds ? some(any.parts(), true) : every(any.parts(), false);
    }
    if (formula instanceof Formula.Count count) {
      return holds ? within(count) : outside(count);
    }
    BitSet fact = new BitSet();
    fact.set(facts.applyAsInt(formula));
    return List.of(holds ? new Cube(fact, new BitSet()) : new Cube(new BitSet(), fact));
  }

  private @Nullable List<Cube> some(List<Formula> parts, boolean hold) {
    List<Cube> cubes = new ArrayList<>();
    for (Formula part : parts) {
      List<Cube> more = of(part, hold);
      if (more == null || cubes.size() + more.size() > MOST) {
        return null;
      }
      cubes.addAll(more);
    }
    return cubes;
  }

  private @Nullable List<Cube> every(List<Formula> parts, boolean hold) {
    List<Cube> cubes = List.of(new Cube(new BitSet(), new BitSet()));
    for (Formula part : parts) {
      cubes = both(cubes, of(part, hold));
      if (cubes == null) {
        return null;
      }
    }
    return cubes;
  }

  private static @Nullable List<Cube> both(List<Cube> left, @Nullable List<Cube> right) {
    if (right == null || (long) left.size() * right.size() > MOST) {
      return null;
    }
    List<Cube> cubes = new ArrayList<>();
    for (Cube one : left) {
      for (Cube other : right) {
        Cube cube = one.and(other);
        if (cube != null) {
          cubes.add(cube);
        }
      }
    }
    return cubes;
  }

  private @Nullable List<Cube> within(Formula.Count count) {
    int most = count.parts().size();
    List<Cube> enough = anyOf(count.minimum(), count.parts(), true);
    List<Cube> few = anyOf(Math.max(0, most - count.maximum()), count.parts(), false);
    return enough == null ? null : both(enough, few);
  }

  private @Nullable List<Cube> outside(Formula.Count count) {
    int most = count.parts().size();
    List<Cube> tooFew = anyOf(most - count.minimum() + 1, count.parts(), false);
    List<Cube> tooMany = anyOf(count.maximum() + 1, count.parts(), true);
    if (tooFew == null || tooMany == null) {
      return null;
    }
    List<Cube> cubes = new ArrayList<>(tooFew);
    cubes.addAll(tooMany);
    return cubes;
  }

  /** That at least {@code number} of the parts hold, or fail. */
  private @Nullable List<Cube> anyOf(int number, List<Formula> parts, boolean hold) {
    if (number <= 0) {
      return List.of(new Cube(new BitSet(), new BitSet()));
    }
    if (number > parts.size()) {
      return List.of();
    }
    List<Formula> others = parts.subList(1, parts.size());
    List<Cube> without = anyOf(number, others, hold);
    List<Cube> first = of(parts.get(0), hold);
    List<Cube> rest = anyOf(number - 1, others, hold);
    if (without == null || first == null || rest == null) {
      return null;
    }
    List<Cube> with = both(first, rest);
    if (with == null || with.size() + without.size() > MOST) {
      return null;
    }
    List<Cube> cubes = new ArrayList<>(with);
    cubes.addAll(without);
    return cubes;
  }
}
