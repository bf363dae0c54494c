package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.source.Glob;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes on the findings that are not suppressed. */
final class SuppressionFilter extends KnownFindingFilter {
  private final Suppressions suppressions;
  private final LocalDate today;
  private final Set<Suppressions.Suppression> used = new HashSet<>();

  /** For suppressions of one place, a finding of their rule at another. */
  private final Map<Suppressions.Suppression, Finding> elsewhere = new HashMap<>();

  private long suppressedCount;

  /** Suppressions whose last day is before {@code today} have no effect. */
  SuppressionFilter(Suppressions suppressions, Path file, LocalDate today, LintSink next) {
    super(file, next);
    this.suppressions = suppressions;
    this.today = today;
  }

  @Override
  public void onFinding(Finding finding) {
    boolean suppressed = false;
    for (Suppressions.Suppression suppression : suppressions.entries()) {
      if (appliesTo(suppression, finding)) {
        if (isAtItsPlace(suppression, finding)) {
          used.add(suppression);
          suppressed = true;
        } else {
          elsewhere.putIfAbsent(suppression, finding);
        }
      }
    }
    if (suppressed) {
      suppressedCount++;
    } else {
      super.onFinding(finding);
    }
  }

  private boolean appliesTo(Suppressions.Suppression suppression, Finding finding) {
    return suppression.rule().equals(finding.rule())
        && !suppression.isExpired(today)
        && suppression.appliesTo(names.relativize(finding.location().file()));
  }

  private static boolean isAtItsPlace(Suppressions.Suppression suppression, Finding finding) {
    Glob pointer = suppression.pointer();
    return pointer == null || pointer.matches(finding.pointer());
  }

  @Override
  Optional<String> summaryLine() {
    return suppressedCount == 0 ? Optional.empty() : Optional.of(suppressedCount + " suppressed");
  }

  @Override
  void reportStaleEntries(LintSink reports) {
    for (Suppressions.Suppression each : suppressions.entries()) {
      boolean expired = each.isExpired(today);
      if (expired || (!used.contains(each) && lintedFiles().stream().anyMatch(each::appliesTo))) {
        String message =
            expired
                ? "this suppression of `" + each.rule() + "` ended on " + each.until()
                : unused(each);
        reports.onFinding(
            StaleEntryFinding.of(
                StaleEntryRule.UNUSED_SUPPRESSION,
                suppressions.source(),
                each.location(),
                message));
      }
    }
  }

  private String unused(Suppressions.Suppression suppression) {
    String rule = "`" + suppression.rule() + "`";
    Glob pointer = suppression.pointer();
    Finding other = elsewhere.get(suppression);
    if (pointer == null) {
      return "nothing breaks " + rule + " here any more, so take this out";
    }
    String none = "nothing at the pointer '" + pointer + "' breaks " + rule;
    return other == null
        ? none + " any more, so take this out"
        : none
            + ", but '"
            + other.pointer()
            + "' in "
            + names.relativize(other.location().file())
            + " does: correct the pointer, or take this out";
  }
}
