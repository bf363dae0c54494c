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
 * Finds a smallest set of rules that forbids a claim (a smallest minimal unsatisfiable subset), by
 * implicit hitting sets.
 *
 * <p>A <em>correction set</em> is a set of rules without which the claim becomes possible. Every
 * set of rules that forbids the claim has a rule in common with every correction set, so it is a
 * hitting set of them, and the smallest hitting set of all correction sets is a smallest cause. The
 * sets are found as needed: take a minimum hitting set of those known; if it forbids the claim, it
 * is the answer, since no smaller set hits even these. Otherwise the request that it allows shows
 * more correction sets, disjoint ones as long as there are any; repeat. Correction sets are shrunk
 * to minimal ones first, which makes the hitting sets grow fast.
 *
 * <p>Cost: the problem is hard for the second level of the polynomial hierarchy, and in the worst
 * case there are exponentially many rounds; each round is one minimisation over the rules and at
 * most one satisfiability test for each rule. Causes of specs have one to five rules and take a few
 * rounds.
 *
 * <p>Source: A. Ignatiev, A. Previti, M. Liffiton and J. Marques-Silva, <em>Smallest MUS extraction
 * with minimal hitting set dualization</em> (CP 2015).
 */
final class SmallestUnsatCore {
  private final SatModel satModel;
  private final Literal claim;

  SmallestUnsatCore(SatModel satModel, Literal claim) {
    this.satModel = satModel;
    this.claim = claim;
  }

  /**
   * A smallest set; empty where the claim is impossible without any rule.
   *
   * @throws IllegalArgumentException when not even all rules together forbid the claim
   */
  List<EncodedRule> find(Collection<EncodedRule> rules) {
    FormulaFactory f = satModel.factory();
    SATSolver hitting = MiniSat.miniSat(f);
    Set<Variable> candidates = new LinkedHashSet<>();
    List<EncodedRule> tried = List.of();
    while (satModel.isSatisfiable(claim, tried)) {
      Set<EncodedRule> kept = new LinkedHashSet<>(tried);
      do { // several at a time: the next correction set is cheap, a minimum hitting set is not
        List<EncodedRule> broken = correctionSet(rules, kept);
        if (broken.isEmpty()) {
          throw new IllegalArgumentException("nothing forbids " + claim);
        }
        List<Variable> names = broken.stream().map(EncodedRule::selector).toList();
        hitting.add(f.or(names));
        candidates.addAll(names);
        kept.addAll(broken);
      } while (satModel.isSatisfiable(claim, kept));
      Set<Variable> smallest = minimumHittingSet(hitting, candidates);
      tried = rules.stream().filter(rule -> smallest.contains(rule.selector())).toList();
    }
    return tried;
  }

  /** A minimal set of rules to break so that the claim holds and the given rules are kept. */
  private List<EncodedRule> correctionSet(
      Collection<EncodedRule> rules, Set<EncodedRule> required) {
    Set<EncodedRule> kept = new LinkedHashSet<>(required);
    Set<EncodedRule> open = new LinkedHashSet<>(rules);
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
    open.removeIf(rule -> rule.formula().evaluate(model) && kept.add(rule));
  }

  private static Set<Variable> minimumHittingSet(
      SATSolver hitting, Collection<Variable> variables) {
    if (hitting.sat() != Tristate.TRUE) {
      throw new IllegalStateException("a correction set is empty");
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
