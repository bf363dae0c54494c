package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.coverage.TaskReader;
import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.linter.report.CoverageJsonReport;
import dev.callsheet.linter.report.CoverageTextReport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
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
  public void validate(List<LintInput> inputs) {
    boolean asked = text || report != null;
    if (asked && inputs.stream().anyMatch(LintInput.OfStream.class::isInstance)) {
      throw new UserErrorException(
          "--coverage reads everything twice, and standard input cannot be; write it to a file"
              + " first");
    }
  }

  /** Reads the files once more and says what they exercise. */
  public void report(
      List<LintInput> inputs,
      ModelCatalogue catalogue,
      RuleInterpretation reading,
      PrintWriter out) {
    Path file = report;
    if (!text && file == null) {
      return;
    }
    Coverage coverage = new Coverage(catalogue, reading);
    try {
      for (LintInput input : inputs) {
        if (input instanceof LintInput.OfFile read) {
          new TaskReader(read.file()).forEachTask(coverage::add);
        }
      }
      if (text) {
        CoverageTextReport.write(coverage, out);
      }
      if (file != null) {
        try (AtomicFileWriter draft = new AtomicFileWriter(file)) {
          CoverageJsonReport.write(coverage, draft.writer());
          draft.commit();
        }
      }
    } catch (IOException failed) {
      throw new UserErrorException("coverage: " + failed.getMessage(), failed);
    }
  }
}
