package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.spec.baseline.Baseline;
import dev.callsheet.spec.baseline.SettingsException;
import dev.callsheet.spec.baseline.Suppressions;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.run.LintSink;
import java.io.IOException;
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
    try {
      return new KnownFilter(reports, baseline(), update, suppressions(catalogue));
    } catch (SettingsException wrong) {
      throw new UserMistake(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /**
   * A file of settings and what is in it.
   *
   * @param <T> what that is
   */
  record InFile<T>(Path file, T content) {}

  private @Nullable InFile<Baseline> baseline() throws SettingsException {
    Path file = baseline;
    if (file == null) {
      if (update) {
        throw new UserMistake("--update-baseline: say which one, with --baseline FILE");
      }
      return null;
    }
    if (!Files.exists(file)) {
      if (!update) {
        throw new UserMistake(file + ": there is no such file; --update-baseline writes it");
      }
      return new InFile<>(file, Baseline.empty(file));
    }
    try {
      return new InFile<>(file, Baseline.read(file));
    } catch (IOException failed) {
      throw unreadable(file, failed);
    }
  }

  private @Nullable InFile<Suppressions> suppressions(Catalogue catalogue)
      throws SettingsException {
    Path file = suppressions;
    if (file == null) {
      return null;
    }
    if (!Files.exists(file)) {
      throw new UserMistake(file + ": there is no such file");
    }
    try {
      return new InFile<>(file, Suppressions.read(file, catalogue));
    } catch (IOException failed) {
      throw unreadable(file, failed);
    }
  }

  private static UserMistake unreadable(Path file, IOException failed) {
    return new UserMistake(file + ": could not be read: " + failed.getMessage(), failed);
  }
}
