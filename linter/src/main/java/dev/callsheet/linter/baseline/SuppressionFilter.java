package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.source.Glob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Passes on what is not suppressed. */
public final class SuppressionFilter implements LintSink {
  private final Suppressions suppressions;
  private final RelativeFileNames names;
  private final LocalDate today;
  private final LintSink next;
  private final Set<Suppressions.Suppression> used = new HashSet<>();
  private final Set<String> checkedFiles = new HashSet<>();
  private long suppressedCount;

  /**
   * Passes on to another sink.
   *
   * @param file where the suppressions are
   * @param today those that ended before are over
   */
  public SuppressionFilter(Suppressions suppressions, Path file, LocalDate today, LintSink next) {
    this.suppressions = suppressions;
    this.names = RelativeFileNames.toDirectoryOf(file);
    this.today = today;
    this.next = next;
  }

  @Override
  public void onFinding(Finding finding) {
    boolean hidden = false;
    for (Suppressions.Suppression suppression : suppressions.entries()) {
      if (suppression.rule().equals(finding.rule()) && matches(suppression, finding)) {
        used.add(suppression);
        hidden = true;
      }
    }
    if (hidden) {
      suppressedCount++;
    } else {
      next.onFinding(finding);
    }
  }

  private boolean matches(Suppressions.Suppression suppression, Finding finding) {
    Glob pointer = suppression.pointer();
    return !suppression.isExpired(today)
        && suppression.appliesTo(names.relativize(finding.location().file()))
        && (pointer == null || pointer.matches(finding.pointer()));
  }

  @Override
  public void onInputLinted(String name, long requests) {
    checkedFiles.add(names.relativize(name));
    next.onInputLinted(name, requests);
  }

  @Override
  public void onUnreadableInput(UnreadableInput input) {
    next.onUnreadableInput(input);
  }

  /** How many findings were suppressed. */
  public long suppressedCount() {
    return suppressedCount;
  }

  /** Reports those that suppress nothing in the files they are for, as far as they were judged. */
  public void reportStaleEntries(LintSink reports) {
    for (Suppressions.Suppression each : suppressions.entries()) {
      boolean over = each.isExpired(today);
      if (over || (!used.contains(each) && checkedFiles.stream().anyMatch(each::appliesTo))) {
        String message =
            over
                ? "this suppression of `" + each.rule() + "` ended on " + each.until()
                : "nothing breaks `" + each.rule() + "` here any more, so take this out";
        reports.onFinding(
            StaleEntryFinding.of(
                StaleEntryRule.UNUSED_SUPPRESSION,
                suppressions.source(),
                each.location(),
                message));
      }
    }
  }
}
