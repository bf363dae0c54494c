package dev.callsheet.spec.report;

import dev.callsheet.spec.lint.LintResult;
import java.io.IOException;
import java.util.List;

/** A form in which the results of linting are written. */
public interface Report {
  /**
   * Writes all findings and a summary.
   *
   * @param results one for each file, in the order to be written
   * @throws IOException when {@code out} cannot be written to
   */
  void write(List<LintResult> results, Appendable out) throws IOException;
}
