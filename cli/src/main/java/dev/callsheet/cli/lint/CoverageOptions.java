package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.report.CoverageJsonReport;
import dev.callsheet.linter.report.CoverageTextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to report what the requests exercise. */
public final class CoverageOptions {
  @Option(
      names = "--coverage",
      description =
          "Show which modes, rules, parameters and values of each model the requests exercise.")
  private boolean text;

  @Option(
      names = "--coverage-report",
      paramLabel = "FILE",
      description = "Write the same to a file, as JSON.")
  private @Nullable Path report;

  /** Whether coverage is to be counted. */
  public boolean isRequested() {
    return text || report != null;
  }

  /** Writes a coverage to where it was asked for. */
  public void report(Coverage coverage, PrintWriter out) {
    try {
      if (text) {
        CoverageTextReport.write(coverage, out);
      }
      if (report != null) {
        CoverageJsonReport.write(coverage, report);
      }
    } catch (IOException e) {
      throw new UserErrorException("coverage: " + e.getMessage(), e);
    }
  }
}
