package dev.callsheet.linter.report.check;

import dev.callsheet.linter.internal.file.ReportFile;
import dev.callsheet.spec.check.CheckResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A form in which the results of checking specs are written. */
public interface CheckReport {
  /**
   * Writes all flaws, what was not analysed, and a summary.
   *
   * @param results one for each file, in the order to be written
   * @throws IOException when {@code out} cannot be written to
   */
  void write(List<CheckResult> results, Appendable out) throws IOException;

  /** Writes the same to a file, as a whole or not at all. */
  default void write(List<CheckResult> results, Path file) throws IOException {
    try (ReportFile report = new ReportFile(file)) {
      write(results, report.writer());
      report.commit();
    }
  }
}
