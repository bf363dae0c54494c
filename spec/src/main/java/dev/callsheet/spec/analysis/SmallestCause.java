package dev.callsheet.spec.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
 * Finds a smallest set of rules that forbids something, by the hitting-set duality: whatever is
 * allowed while as many rules as can be are kept breaks at least one rule of every such set. So the
 * rules broken are collected, a smallest set that has one of each is tried, and where that does not
 * forbid the claim yet, what it allows breaks further rules.
 */
final class SmallestCause {
  private final Theory theory;
  private final Literal claim;

  SmallestCause(Theory theory, Literal claim) {
    this.theory = theory;
    this.claim = claim;
  }

  /** A smallest set; empty where the claim is impossible whatever rules are kept. */
  List<Law> among(Collection<Law> laws) {
    FormulaFactory f = theory.factory();
    SATSolver hitting = MiniSat.miniSat(f);
    Set<Variable> met = new LinkedHashSet<>();
    List<Law> tried = List.of();
    while (theory.possible(claim, tried)) {
      Set<Law> kept = new LinkedHashSet<>(tried);
      do { // several at a time: to find the next is cheap, to find a smallest set is not
        List<Law> broken = broken(laws, kept);
        if (broken.isEmpty()) {
          throw new IllegalArgumentException("nothing forbids " + claim);
        }
        List<Variable> names = broken.stream().map(Law::kept).toList();
        hitting.add(f.or(names));
        met.addAll(names);
        kept.addAll(broken);
      } while (theory.possible(claim, kept));
      Set<Variable> smallest = smallest(hitting, met);
      tried = laws.stream().filter(law -> smallest.contains(law.kept())).toList();
    }
    return tried;
  }

  /** The rules that are broken where the claim holds, these are kept, and no more can be. */
  private List<Law> broken(Collection<Law> laws, Set<Law> asked) {
    Set<Law> kept = new LinkedHashSet<>(asked);
    Set<Law> open = new LinkedHashSet<>(laws);
    open.removeAll(kept);
    List<Law> broken = new ArrayList<>();
    keepAllThatHold(kept, open);
    while (!open.isEmpty()) {
      Law next = open.iterator().next();
      open.remove(next);
      kept.add(next);
      if (theory.possible(claim, kept)) {
        keepAllThatHold(kept, open);
      } else {
        kept.remove(next);
        broken.add(next);
      }
    }
    return broken;
  }

  private void keepAllThatHold(Set<Law> kept, Set<Law> open) {
    Assignment model = theory.model();
    open.removeIf(law -> law.demand().evaluate(model) && kept.add(law));
  }

  private static Set<Variable> smallest(SATSolver hitting, Collection<Variable> variables) {
    if (hitting.sat() != Tristate.TRUE) {
      throw new IllegalStateException("every set of broken rules has a rule");
    }
    Assignment chosen =
        hitting.execute(
            OptimizationFunction.builder()
                .literals(variables)
                .additionalVariables(variables)
                .minimize()
                .build());
    return new HashSet<>(chosen.positiveVariables());
  }
}
