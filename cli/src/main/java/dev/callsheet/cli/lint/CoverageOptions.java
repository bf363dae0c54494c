package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.coverage.Coverage;
import dev.callsheet.spec.coverage.CoveredFile;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.run.LintInput;
import dev.callsheet.spec.report.CoverageJson;
import dev.callsheet.spec.report.CoverageText;
import dev.callsheet.spec.report.DraftFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

  /** Refuses what cannot be read a second time. */
  public void check(List<LintInput> inputs) {
    boolean asked = text || report != null;
    if (asked && inputs.stream().anyMatch(LintInput.OfStream.class::isInstance)) {
      throw new UserMistake(
          "--coverage reads everything twice, and standard input cannot be; write it to a file"
              + " first");
    }
  }

  /** Reads the files once more and says what they exercise. */
  public void tell(List<LintInput> inputs, Catalogue catalogue, Reading reading, PrintWriter out) {
    Path file = report;
    if (!text && file == null) {
      return;
    }
    Coverage coverage = new Coverage(catalogue, reading);
    try {
      for (LintInput input : inputs) {
        if (input instanceof LintInput.OfFile read) {
          new CoveredFile(read.file()).tasks(coverage::add);
        }
      }
      if (text) {
        CoverageText.write(coverage, out);
      }
      if (file != null) {
        try (DraftFile draft = new DraftFile(file)) {
          CoverageJson.write(coverage, draft.writer());
          draft.finish();
        }
      }
    } catch (IOException failed) {
      throw new UserMistake("coverage: " + failed.getMessage(), failed);
    }
  }
}
