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
final class SmallestUnsatCore {
  private final SatModel satModel;
  private final Literal claim;

  SmallestUnsatCore(SatModel theory, Literal claim) {
    this.satModel = theory;
    this.claim = claim;
  }

  /** A smallest set; empty where the claim is impossible whatever rules are kept. */
  List<EncodedRule> find(Collection<EncodedRule> laws) {
    FormulaFactory f = satModel.factory();
    SATSolver hitting = MiniSat.miniSat(f);
    Set<Variable> met = new LinkedHashSet<>();
    List<EncodedRule> tried = List.of();
    while (satModel.isSatisfiable(claim, tried)) {
      Set<EncodedRule> kept = new LinkedHashSet<>(tried);
      do { // several at a time: to find the next is cheap, to find a smallest set is not
        List<EncodedRule> broken = correctionSet(laws, kept);
        if (broken.isEmpty()) {
          throw new IllegalArgumentException("nothing forbids " + claim);
        }
        List<Variable> names = broken.stream().map(EncodedRule::selector).toList();
        hitting.add(f.or(names));
        met.addAll(names);
        kept.addAll(broken);
      } while (satModel.isSatisfiable(claim, kept));
      Set<Variable> smallest = minimumHittingSet(hitting, met);
      tried = laws.stream().filter(law -> smallest.contains(law.selector())).toList();
    }
    return tried;
  }

  /** The rules that are broken where the claim holds, these are kept, and no more can be. */
  private List<EncodedRule> correctionSet(Collection<EncodedRule> laws, Set<EncodedRule> asked) {
    Set<EncodedRule> kept = new LinkedHashSet<>(asked);
    Set<EncodedRule> open = new LinkedHashSet<>(laws);
    open.removeAll(kept);
    List<EncodedRule> broken = new ArrayList<>();
    addSatisfied(kept, open);
    while (!open.isEmpty()) {
      EncodedRule next = open.iterator().next();
      open.remove(next);
      kept.add(next);
      if (satModel.isSatisfiable(claim, kept)) {
        addSatisfied(kept, open);
      } else {
        kept.remove(next);
        broken.add(next);
      }
    }
    return broken;
  }

  private void addSatisfied(Set<EncodedRule> kept, Set<EncodedRule> open) {
    Assignment model = satModel.lastAssignment();
    open.removeIf(law -> law.formula().evaluate(model) && kept.add(law));
  }

  private static Set<Variable> minimumHittingSet(
      SATSolver hitting, Collection<Variable> variables) {
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
