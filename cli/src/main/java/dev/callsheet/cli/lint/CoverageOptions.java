package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.linter.report.CoverageJsonReport;
import dev.callsheet.linter.report.CoverageTextReport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether to tell what the requests exercise. */
public final class CoverageOptions {
  @Option(
      names = "--coverage",
      description =
          "Say which modes, rules, parameters and values of each model the requests exercise.")
  private boolean text;

  @Option(
      names = "--coverage-report",
      paramLabel = "FILE",
      description = "Write the same to a file, as JSON.")
  private @Nullable Path report;

  /** A coverage to be filled while linting; null when none was asked for. */
  public @Nullable Coverage newCoverage(ModelCatalogue catalogue) {
    return text || report != null ? new Coverage(catalogue) : null;
  }

  /** Writes what the requests exercise to where it was asked for. */
  public void report(Coverage coverage, PrintWriter out) {
    try {
      if (text) {
        CoverageTextReport.write(coverage, out);
      }
      if (report != null) {
        try (AtomicFileWriter file = new AtomicFileWriter(report)) {
          CoverageJsonReport.write(coverage, file.writer());
          file.commit();
        }
      }
    } catch (IOException failed) {
      throw new UserErrorException("coverage: " + failed.getMessage(), failed);
    }
  }
}
