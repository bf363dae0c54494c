package dev.callsheet.cli.lint;

import dev.callsheet.cli.console.OutputFile;
import dev.callsheet.spec.baseline.Baseline;
import dev.callsheet.spec.baseline.BaselineUpdate;
import dev.callsheet.spec.baseline.KnownFindings;
import dev.callsheet.spec.baseline.SuppressedFindings;
import dev.callsheet.spec.baseline.Suppressions;
import dev.callsheet.spec.lint.run.LintSink;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Suppressions, then a baseline, then the reports. */
public final class KnownFilter {
  private final LintSink reports;
  private final LintSink first;
  private final @Nullable Path baseline;
  private final @Nullable KnownFindings known;
  private final @Nullable BaselineUpdate update;
  private final @Nullable SuppressedFindings suppressed;

  KnownFilter(
      LintSink reports,
      KnownOptions.@Nullable InFile<Baseline> baseline,
      boolean updates,
      KnownOptions.@Nullable InFile<Suppressions> suppressions) {
    this.reports = reports;
    this.baseline = baseline == null ? null : baseline.file();
    this.known =
        baseline == null || updates
            ? null
            : new KnownFindings(baseline.content(), baseline.file(), reports);
    this.update =
        baseline == null || !updates
            ? null
            : new BaselineUpdate(baseline.content(), baseline.file(), reports);
    LintSink second = known != null ? known : update != null ? update : reports;
    this.suppressed =
        suppressions == null
            ? null
            : new SuppressedFindings(
                suppressions.content(),
                suppressions.file(),
                LocalDate.now(ZoneId.systemDefault()),
                second);
    this.first = suppressed != null ? suppressed : second;
  }

  /** Where findings go in. */
  public LintSink sink() {
    return first;
  }

  /** Reports what is known in vain. */
  public void end() {
    if (suppressed != null) {
      suppressed.end(reports);
    }
    if (known != null) {
      known.end(reports);
    }
  }

  /** Writes the baseline, where it is to be written, and says how much was hidden. */
  public void finish(PrintWriter err, boolean quiet) {
    if (update != null && baseline != null) {
      new OutputFile(baseline).write(update.text());
    }
    if (!quiet) {
      long hidden = suppressed == null ? 0 : suppressed.suppressed();
      if (hidden > 0) {
        err.println(hidden + " suppressed");
      }
      if (update != null) {
        err.println(baseline + ": " + update.known() + " known now");
      } else if (known != null && known.known() > 0) {
        err.println(known.known() + " known by " + baseline);
      }
    }
  }
}
