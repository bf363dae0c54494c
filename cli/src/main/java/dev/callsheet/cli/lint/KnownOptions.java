package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.baseline.KnownFilter;
import dev.callsheet.spec.baseline.SettingsException;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.run.LintSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which findings are known, and so not reported. */
public final class KnownOptions {
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
  public KnownFilter before(LintSink reports, Catalogue catalogue) {
    if (update && baseline == null) {
      throw new UserMistake("--update-baseline: say which one, with --baseline FILE");
    }
    if (baseline != null && !update && !Files.exists(baseline)) {
      throw new UserMistake(baseline + ": there is no such file; --update-baseline writes it");
    }
    if (suppressions != null && !Files.exists(suppressions)) {
      throw new UserMistake(suppressions + ": there is no such file");
    }
    try {
      return new KnownFilter(
          reports, new KnownFilter.Settings(baseline, update, suppressions), catalogue);
    } catch (SettingsException wrong) {
      throw new UserMistake(String.valueOf(wrong.getMessage()), wrong);
    } catch (IOException failed) {
      throw new UserMistake("what is known could not be read: " + failed.getMessage(), failed);
    }
  }

  /** Writes the baseline, where it is to be written, and says how much was hidden. */
  public void finish(KnownFilter filter, PrintWriter err, boolean quiet) {
    try {
      filter.save();
    } catch (IOException failed) {
      throw new UserMistake(baseline + ": could not be written: " + failed.getMessage(), failed);
    }
    if (!quiet) {
      filter.notes().forEach(err::println);
    }
  }
}
