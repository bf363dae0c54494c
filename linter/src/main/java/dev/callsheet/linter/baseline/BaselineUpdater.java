package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.spec.internal.file.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Records the findings of a run as the new baseline, and passes on only those that a baseline
 * cannot hold. Entries of files that were not linted this time stay, unless the file is gone.
 */
final class BaselineUpdater extends KnownFindingFilter {
  private final Baseline previous;
  private final Path file;
  private final SortedMap<BaselineFingerprint, Integer> newCounts = new TreeMap<>();

  /** {@code file} is where the baseline is, or will be. */
  BaselineUpdater(Baseline previous, Path file, LintSink next) {
    super(file, next);
    this.previous = previous;
    this.file = file;
  }

  @Override
  public void onFinding(Finding finding) {
    if (SuppressionPolicy.isSuppressible(finding.rule())) {
      newCounts.merge(BaselineFingerprint.of(finding, names), 1, Integer::sum);
    } else {
      super.onFinding(finding);
    }
  }

  @Override
  void reportStaleEntries(LintSink reports) {}

  @Override
  Optional<String> summaryLine() {
    long known = counts().values().stream().mapToLong(Integer::longValue).sum();
    return Optional.of(file + ": " + known + " known now");
  }

  @Override
  void save() throws IOException {
    OutputFile.replace(file, previous.content(), text().getBytes(StandardCharsets.UTF_8));
  }

  /** The text of the new baseline. */
  String text() {
    return Baseline.format(counts());
  }

  private SortedMap<BaselineFingerprint, Integer> counts() {
    SortedMap<BaselineFingerprint, Integer> counts = new TreeMap<>(newCounts);
    previous
        .counts()
        .forEach(
            (fingerprint, count) -> {
              if (!lintedFiles().contains(fingerprint.file()) && exists(fingerprint.file())) {
                counts.put(fingerprint, count);
              }
            });
    return counts;
  }
}
