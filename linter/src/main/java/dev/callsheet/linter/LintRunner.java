package dev.callsheet.linter;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.internal.stream.WorkerPool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lints inputs in parallel: small files side by side, and the parts of a large one. */
public final class LintRunner {
  private final Linter linter;
  private final int jobs;

  /**
   * Lints with a linter.
   *
   * @param jobs how many threads lint at once, at least 1
   */
  public LintRunner(Linter linter, int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("there must be at least 1 job, not " + jobs);
    }
    this.linter = linter;
    this.jobs = jobs;
  }

  /** Lints all inputs; one that cannot be read does not keep the others from being linted. */
  public void run(List<? extends LintInput> inputs, LintSink sink) {
    run(inputs, sink, null);
  }

  /**
   * Lints all inputs, and counts what their tasks exercise.
   *
   * @param coverage receives every task of the inputs; null when none is wanted
   */
  public void run(List<? extends LintInput> inputs, LintSink sink, @Nullable Coverage coverage) {
    try (WorkerPool workers = new WorkerPool(jobs)) {
      new LintExecutor(linter, workers, sink, coverage).lintAll(inputs);
    }
  }
}
