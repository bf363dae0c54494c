package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Passes on what a baseline does not know. */
public final class BaselineFilter implements LintSink {
  private final Baseline baseline;
  private final RelativeFileNames names;
  private final LintSink next;
  private final Map<BaselineFingerprint, Integer> remaining = new HashMap<>();
  private final Set<String> checkedFiles = new HashSet<>();
  private long knownCount;

  /**
   * Passes on to another sink.
   *
   * @param file where the baseline is
   */
  public BaselineFilter(Baseline baseline, Path file, LintSink next) {
    this.baseline = baseline;
    this.names = RelativeFileNames.toDirectoryOf(file);
    this.next = next;
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
      next.onFinding(finding);
    }
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

  /** How many findings were known. */
  public long knownCount() {
    return knownCount;
  }

  /** Reports what is in the baseline and was not found where it was looked for. */
  public void reportStaleEntries(LintSink reports) {
    baseline
        .entries()
        .forEach(
            (fingerprint, entry) -> {
              int gone = remaining.getOrDefault(fingerprint, 0);
              if (gone > 0 && wasChecked(fingerprint)) {
                reports.onFinding(
                    StaleEntryFinding.of(
                        StaleEntryRule.STALE_BASELINE,
                        baseline.source(),
                        entry.location(),
                        staleMessage(fingerprint, entry, gone)));
              }
            });
  }

  private boolean wasChecked(BaselineFingerprint fingerprint) {
    if (checkedFiles.contains(fingerprint.file())) {
      return true;
    }
    try {
      return !Files.exists(names.resolve(fingerprint.file()));
    } catch (InvalidPathException noFile) {
      return false;
    }
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
