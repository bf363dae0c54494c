package dev.callsheet.spec.baseline;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import dev.callsheet.spec.source.Glob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Passes on what is not suppressed. */
public final class SuppressedFindings implements LintSink {
  private final Suppressions suppressions;
  private final RelativeNames names;
  private final LocalDate today;
  private final LintSink next;
  private final Set<Suppressions.Suppression> used = new HashSet<>();
  private final Set<String> judged = new HashSet<>();
  private long suppressed;

  /**
   * Passes on to another sink.
   *
   * @param file where the suppressions are
   * @param today those that ended before are over
   */
  public SuppressedFindings(Suppressions suppressions, Path file, LocalDate today, LintSink next) {
    this.suppressions = suppressions;
    this.names = RelativeNames.besides(file);
    this.today = today;
    this.next = next;
  }

  @Override
  public void found(Finding finding) {
    boolean hidden = false;
    for (Suppressions.Suppression suppression : suppressions.all()) {
      if (suppression.rule().equals(finding.rule()) && applies(suppression, finding)) {
        used.add(suppression);
        hidden = true;
      }
    }
    if (hidden) {
      suppressed++;
    } else {
      next.found(finding);
    }
  }

  private boolean applies(Suppressions.Suppression suppression, Finding finding) {
    Glob pointer = suppression.pointer();
    return !suppression.isOver(today)
        && suppression.concerns(names.of(finding.location().file()))
        && (pointer == null || pointer.matches(finding.pointer()));
  }

  @Override
  public void judged(String name, long requests) {
    judged.add(names.of(name));
    next.judged(name, requests);
  }

  @Override
  public void unreadable(Unreadable input) {
    next.unreadable(input);
  }

  /** How many findings were suppressed. */
  public long suppressed() {
    return suppressed;
  }

  /** Reports those that suppress nothing in the files they are for, as far as they were judged. */
  public void end(LintSink reports) {
    for (Suppressions.Suppression each : suppressions.all()) {
      boolean over = each.isOver(today);
      if (over || (!used.contains(each) && judged.stream().anyMatch(each::concerns))) {
        String message =
            over
                ? "this suppression of `" + each.rule() + "` ended on " + each.until()
                : "nothing breaks `" + each.rule() + "` here any more, so take this out";
        reports.found(
            SettingsFinding.of(
                SettingsRule.UNUSED_SUPPRESSION, suppressions.source(), each.location(), message));
      }
    }
  }
}
