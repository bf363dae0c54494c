package dev.callsheet.benchmarks.report;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import java.io.IOException;

/** One comparison. */
@FunctionalInterface
public interface BenchmarkComparison {
  /**
   * Measures all contenders, having seen to it that they do the same work.
   *
   * @throws DisagreementException when they do not
   */
  ReportSection measure(BenchmarkDirectories workplace) throws IOException, InterruptedException;
}
