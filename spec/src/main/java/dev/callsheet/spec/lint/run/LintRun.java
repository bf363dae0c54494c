package dev.callsheet.spec.lint.run;

import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Workers;
import java.util.List;

/** Lints inputs: files side by side, and the parts of a large one, too. */
public final class LintRun {
  private final Linter linter;
  private final int jobs;

  /**
   * Lints with a linter.
   *
   * @param jobs how many threads judge at once, at least 1
   */
  public LintRun(Linter linter, int jobs) {
    if (jobs < 1) {
      throw new IllegalArgumentException("there must be at least 1 job, not " + jobs);
    }
    this.linter = linter;
    this.jobs = jobs;
  }

  /** Lints all inputs; one that cannot be read does not keep it from the others. */
  public void run(List<? extends LintInput> inputs, LintSink sink) {
    try (Workers workers = new Workers(jobs)) {
      new Judging(linter, workers, sink).all(inputs);
    }
  }
}
