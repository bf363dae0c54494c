package dev.callsheet.linter;

import dev.callsheet.linter.internal.stream.WorkerPool;
import java.util.List;

/** Lints inputs: files side by side, and the parts of a large one, too. */
public final class LintRunner {
  private final Linter linter;
  private final int jobs;

  /**
   * Lints with a linter.
   *
   * @param jobs how many threads judge at once, at least 1
   */
  public LintRunner(Linter linter, int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("there must be at least 1 job, not " + jobs);
    }
    this.linter = linter;
    this.jobs = jobs;
  }

  /** Lints all inputs; one that cannot be read does not keep it from the others. */
  public void run(List<? extends LintInput> inputs, LintSink sink) {
    try (WorkerPool workers = new WorkerPool(jobs)) {
      new LintExecutor(linter, workers, sink).lintAll(inputs);
    }
  }
}
