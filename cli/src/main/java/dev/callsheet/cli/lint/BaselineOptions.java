package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.baseline.FilterFileException;
import dev.callsheet.linter.baseline.FindingFilter;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are known, and so not reported. */
public final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Report only what this file does not know.")
  private @Nullable Path baseline;

  @Option(
      names = "--update-baseline",
      description = "Write what is found to the baseline, and report none of it.")
  private boolean update;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "Do not report what this file suppresses, and gives a reason for.")
  private @Nullable Path suppressions;

  /** Puts what hides known findings before the reports. */
  public FindingFilter createFilter(LintSink reports, ModelCatalogue catalogue) {
    if (update && baseline == null) {
      throw new UserErrorException("--update-baseline: say which one, with --baseline FILE");
    }
    if (baseline != null && !update && !Files.exists(baseline)) {
      throw new UserErrorException(
          baseline + ": there is no such file; --update-baseline writes it");
    }
    if (suppressions != null && !Files.exists(suppressions)) {
      throw new UserErrorException(suppressions + ": there is no such file");
    }
    try {
      return new FindingFilter(
          reports, new FindingFilter.FilterOptions(baseline, update, suppressions), catalogue);
    } catch (FilterFileException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failed) {
      throw new UserErrorException(
          "what is known could not be read: " + failed.getMessage(), failed);
    }
  }

  /** Writes the baseline, where it is to be written, and says how much was hidden. */
  public void finish(FindingFilter filter, PrintWriter err, boolean quiet) {
    try {
      filter.saveBaseline();
    } catch (IOException failed) {
      throw new UserErrorException(
          baseline + ": could not be written: " + failed.getMessage(), failed);
    }
    if (!quiet) {
      filter.summaryLines().forEach(err::println);
    }
  }
}
