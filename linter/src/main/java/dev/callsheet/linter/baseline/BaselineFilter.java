package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.finding.Finding;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Passes on the findings that are not in a baseline. */
final class BaselineFilter extends KnownFindingFilter {
  private final Baseline baseline;
  private final Path file;
  private final Map<BaselineFingerprint, Integer> remaining = new HashMap<>();
  private long knownCount;

  BaselineFilter(Baseline baseline, Path file, LintSink next) {
    super(file, next);
    this.baseline = baseline;
    this.file = file;
    baseline.entries().forEach((fingerprint, entry) -> remaining.put(fingerprint, entry.count()));
  }

  @Override
  public void onFinding(Finding finding) {
    BaselineFingerprint fingerprint = BaselineFingerprint.of(finding, names);
    int expected =
        SuppressionPolicy.isSuppressible(finding.rule())
            ? remaining.getOrDefault(fingerprint, 0)
            : 0;
    if (expected > 0) {
      remaining.put(fingerprint, expected - 1);
      knownCount++;
    } else {
      super.onFinding(finding);
    }
  }

  @Override
  Optional<String> summaryLine() {
    return knownCount == 0 ? Optional.empty() : Optional.of(knownCount + " known by " + file);
  }

  @Override
  void reportStaleEntries(LintSink reports) {
    baseline
        .entries()
        .forEach(
            (fingerprint, entry) -> {
              int gone = remaining.getOrDefault(fingerprint, 0);
              if (gone > 0 && wasLintedOrIsGone(fingerprint.file())) {
                reports.onFinding(
                    StaleEntryFinding.of(
                        StaleEntryRule.STALE_BASELINE,
                        baseline.source(),
                        entry.location(),
                        staleMessage(fingerprint, entry, gone)));
              }
            });
  }

  private boolean wasLintedOrIsGone(String name) {
    return lintedFiles().contains(name) || isGone(name);
  }

  private static String staleMessage(
      BaselineFingerprint fingerprint, Baseline.Entry entry, int gone) {
    return "`"
        + fingerprint.rule()
        + "` is "
        + (gone == entry.count()
            ? "not found any more"
            : "found " + (entry.count() - gone) + " times only, not " + entry.count())
        + " in "
        + fingerprint.file()
        + "; `--update-baseline` forgets it";
  }
}
