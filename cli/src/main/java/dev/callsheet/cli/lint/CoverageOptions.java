package dev.callsheet.cli.lint;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.coverage.CoverageTextReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
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

  /** Whether coverage is to be shown. */
  public boolean isRequested() {
    return text;
  }

  /** The file for the same as JSON; null for none. */
  public @Nullable Path reportFile() {
    return report;
  }

  /** Shows a coverage, if that was asked for. */
  public void report(Coverage coverage, PrintWriter out) {
    if (text) {
      try {
        CoverageTextReport.write(coverage, out);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible); // a PrintWriter throws none
      }
    }
  }
}
