package dev.callsheet.spec.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.logicng.datastructures.Assignment;
import org.logicng.formulas.CType;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;
import org.logicng.solvers.SATSolver;
import org.logicng.solvers.functions.OptimizationFunction;

/**
 * Finds the smallest request among the models of a formula: with the fewest parameters and, among
 * those, the most values that are the first, plainest, of their classes. Two optimisations in a
 * row, the second among what the first leaves; both add constraints to the solver.
 */
final class AssignmentMinimizer {
  private final FormulaFactory f;
  private final SATSolver solver;
  private final SolverBudget.Limit limit;
  private final List<Variable> parameters = new ArrayList<>();
  private final List<Variable> lessPlain = new ArrayList<>();
  private final List<Variable> all = new ArrayList<>();

  /**
   * A minimizer.
   *
   * @param solver one whose formula is satisfiable, which its last answer was
   */
  AssignmentMinimizer(
      FormulaFactory f, VariableTable variables, SATSolver solver, SolverBudget.Limit limit) {
    this.f = f;
    this.solver = solver;
    this.limit = limit;
    for (VariableTable.Entry entry : variables.entries()) {
      if (entry.parameter() != null) {
        parameters.add(entry.presence()); // an item comes with its list
      }
      List<Variable> classes = new ArrayList<>();
      entry.valueClasses().values().forEach(each -> classes.addAll(each.variables()));
      all.addAll(classes);
      if (classes.size() > 1) {
        lessPlain.addAll(classes.subList(1, classes.size()));
      }
    }
    all.addAll(parameters);
  }

  /** A smallest assignment; a larger one where the smallest takes too long to find. */
  Assignment smallest() {
    Assignment first = solver.model();
    Assignment fewest = withFewest(parameters);
    if (fewest == null) {
      return first;
    }
    Set<Variable> holding = new HashSet<>(fewest.positiveVariables());
    int count = (int) parameters.stream().filter(holding::contains).count();
    solver.add(f.cc(CType.LE, count, parameters));
    Assignment plainest = withFewest(lessPlain);
    return plainest == null ? fewest : plainest;
  }

  /** An assignment in which the fewest of some variables hold; null where that takes too long. */
  private @Nullable Assignment withFewest(List<Variable> minimised) {
    Assignment minimal =
        solver.execute(
            OptimizationFunction.builder()
                .literals(minimised)
                .additionalVariables(all)
                .minimize()
                .handler(limit)
                .build());
    return limit.aborted() ? null : minimal;
  }
}
