package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.linter.baseline.FindingFilter.FilterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are known, and so not reported. */
public final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Report only the findings that are not in this file.")
  private @Nullable Path baseline;

  @Option(
      names = "--update-baseline",
      description = "Write all findings to the baseline, and report none of them.")
  private boolean update;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "Do not report the findings that this file suppresses, each with a reason.")
  private @Nullable Path suppressions;

  /** The files that list known findings; one that is not there is the user's error. */
  public FilterOptions filter() {
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
    return new FilterOptions(baseline, update, suppressions);
  }
}
