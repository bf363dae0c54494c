package dev.callsheet.spec.analysis;

import java.util.concurrent.atomic.AtomicInteger;
import org.logicng.handlers.OptimizationHandler;
import org.logicng.handlers.SATHandler;

/**
 * How much a solver may try: for one question, and for all questions about a spec. It is counted in
 * conflicts, the solver's wrong guesses, and not in time, so that the same spec always has the same
 * report. Questions about specs as they are written take fewer than a hundred; a few rules can be
 * made of which no solver knows a way through.
 */
final class SolverBudget {
  /** Up to some seconds, where each step takes long. */
  static final int CONFLICTS_PER_QUESTION = 5_000;

  /** Up to some ten seconds. */
  static final int CONFLICTS_PER_SPEC = 20_000;

  /** To find a smallest set of rules behind one finding. */
  private static final int CONFLICTS_PER_CAUSE = 500;

  /** The same for all findings: they are proved without, and only explained worse. */
  private static final int CONFLICTS_FOR_CAUSES = 5_000;

  private final AtomicInteger forQuestions = new AtomicInteger(CONFLICTS_PER_SPEC);
  private final AtomicInteger forCauses = new AtomicInteger(CONFLICTS_FOR_CAUSES);

  /**
   * The limit of a question; once the budget is used up, what takes no guesses is still decided.
   */
  Limit forQuestion() {
    return new Limit(CONFLICTS_PER_QUESTION, forQuestions);
  }

  /** The limit of a search for a smallest set of rules. */
  Limit forCause() {
    return new Limit(CONFLICTS_PER_CAUSE, forCauses);
  }

  /** Ends one search of a solver, or several in a row, after so many conflicts. */
  static final class Limit implements SATHandler, OptimizationHandler {
    private final AtomicInteger budget;
    private int left;
    private boolean reached;

    private Limit(int conflicts, AtomicInteger budget) {
      this.budget = budget;
      this.left = conflicts;
    }

    @Override
    public boolean detectedConflict() {
      reached = --left < 0 || budget.decrementAndGet() < 0;
      return !reached;
    }

    @Override
    public boolean aborted() {
      return reached;
    }

    @Override
    public SATHandler satHandler() {
      return this;
    }

    @Override
    public void started() {} // what was tried before still counts
  }
}
