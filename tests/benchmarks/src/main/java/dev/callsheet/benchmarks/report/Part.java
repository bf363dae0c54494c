package dev.callsheet.benchmarks.report;

import dev.callsheet.benchmarks.process.Workplace;
import java.io.IOException;

/** One comparison. */
@FunctionalInterface
public interface Part {
  /**
   * Measures all contenders, having seen to it that they do the same work.
   *
   * @throws Disagreement when they do not
   */
  Section measure(Workplace workplace) throws IOException, InterruptedException;
}
