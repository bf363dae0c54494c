package dev.callsheet.spec.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
 * rounds. Where there are more than {@value #MAX_ROUNDS}, or they take too many conflicts ({@link
 * SolverBudget}), the search is given up. An irreducible set, which takes one test for each rule,
 * may then do: none of its rules can be left out, but a set of others may be smaller.
 *
 * <p>Source: A. Ignatiev, A. Previti, M. Liffiton and J. Marques-Silva, <em>Smallest MUS extraction
 * with minimal hitting set dualization</em> (CP 2015).
 */
final class SmallestUnsatCore {
  private static final int MAX_ROUNDS = 30;

  private final SatModel satModel;
  private final Literal claim;
  private final Collection<EncodedRule> rules;
  private final SolverBudget.Limit limit;

  /** Looks for a set among these rules, which forbid the claim together. */
  SmallestUnsatCore(SatModel satModel, Literal claim, Collection<EncodedRule> rules) {
    this.satModel = satModel;
    this.claim = claim;
    this.rules = rules;
    this.limit = satModel.budget().forCause();
  }

  /**
   * A smallest set, in which no rule is where the claim is impossible without any; empty where the
   * search was given up.
   *
   * @throws IllegalArgumentException when not even all rules together forbid the claim
   */
  Optional<List<EncodedRule>> find() {
    FormulaFactory f = satModel.factory();
    SATSolver hitting = MiniSat.miniSat(f);
    Set<Variable> candidates = new LinkedHashSet<>();
    List<EncodedRule> tried = List.of();
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Tristate possible = satModel.solve(claim, tried, limit);
      if (possible != Tristate.TRUE) {
        return possible == Tristate.FALSE ? Optional.of(tried) : Optional.empty();
      }
      Set<EncodedRule> kept = new LinkedHashSet<>(tried);
      do { // several at a time: the next correction set is cheap, a minimum hitting set is not
        List<EncodedRule> broken = correctionSet(kept);
        if (broken.isEmpty()) {
          throw new IllegalArgumentException("nothing forbids " + claim);
        }
        List<Variable> names = broken.stream().map(EncodedRule::selector).toList();
        hitting.add(f.or(names));
        candidates.addAll(names);
        kept.addAll(broken);
      } while (satModel.solve(claim, kept, limit) == Tristate.TRUE);
      if (limit.aborted()) {
        return Optional.empty();
      }
      Assignment smallest = minimumHittingSet(hitting, candidates);
      if (limit.aborted()) {
        return Optional.empty();
      }
      Set<Variable> chosen = new HashSet<>(smallest.positiveVariables());
      tried = rules.stream().filter(rule -> chosen.contains(rule.selector())).toList();
    }
    return Optional.empty();
  }

  /** A set of which no rule can be left out, as far as that is decided. */
  List<EncodedRule> findIrreducible() {
    Set<EncodedRule> needed = new LinkedHashSet<>(rules);
    for (EncodedRule rule : rules) {
      needed.remove(rule);
      if (satModel.solve(claim, needed) != Tristate.FALSE) {
        needed.add(rule);
      }
    }
    return List.copyOf(needed);
  }

  /** A minimal set of rules to break so that the claim holds and the given rules are kept. */
  private List<EncodedRule> correctionSet(Set<EncodedRule> required) {
    Set<EncodedRule> kept = new LinkedHashSet<>(required);
    Set<EncodedRule> open = new LinkedHashSet<>(rules);
    open.removeAll(kept);
    List<EncodedRule> broken = new ArrayList<>();
    addSatisfied(kept, open);
    while (!open.isEmpty()) {
      EncodedRule next = open.iterator().next();
      open.remove(next);
      kept.add(next);
      if (satModel.solve(claim, kept, limit) == Tristate.TRUE) {
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

  /** A minimum where the limit is not reached. */
  private Assignment minimumHittingSet(SATSolver hitting, Collection<Variable> variables) {
    if (hitting.sat() != Tristate.TRUE) {
      throw new IllegalStateException("a correction set is empty");
    }
    return hitting.execute(
        OptimizationFunction.builder()
            .literals(variables)
            .additionalVariables(variables)
            .minimize()
            .handler(limit)
            .build());
  }
}
