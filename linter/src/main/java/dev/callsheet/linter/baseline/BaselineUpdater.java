package dev.callsheet.linter.baseline;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.finding.Finding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes down what is found as known. What the baseline says of files that were not judged this time
 * stays, unless they are gone. Passes on only what cannot be hidden.
 */
public final class BaselineUpdater implements LintSink {
  private final Baseline previous;
  private final RelativeFileNames names;
  private final LintSink next;
  private final SortedMap<BaselineFingerprint, Integer> newCounts = new TreeMap<>();
  private final Set<String> checkedFiles = new HashSet<>();

  /**
   * Begins with a baseline as it is.
   *
   * @param file where it is, or will be
   */
  public BaselineUpdater(Baseline before, Path file, LintSink next) {
    this.previous = before;
    this.names = RelativeFileNames.toDirectoryOf(file);
    this.next = next;
  }

  @Override
  public void onFinding(Finding finding) {
    if (SuppressionPolicy.isSuppressible(finding.rule())) {
      newCounts.merge(BaselineFingerprint.of(finding, names), 1, Integer::sum);
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

  /** How many findings are known now. */
  public long findingCount() {
    return counts().values().stream().mapToLong(Integer::longValue).sum();
  }

  /** The text of the new baseline. */
  public String text() {
    return Baseline.format(counts());
  }

  private SortedMap<BaselineFingerprint, Integer> counts() {
    SortedMap<BaselineFingerprint, Integer> counts = new TreeMap<>(newCounts);
    previous
        .counts()
        .forEach(
            (fingerprint, count) -> {
              if (!checkedFiles.contains(fingerprint.file()) && exists(fingerprint.file())) {
                counts.put(fingerprint, count);
              }
            });
    return counts;
  }

  private boolean exists(String file) {
    try {
      return Files.exists(names.resolve(file));
    } catch (InvalidPathException noFile) {
      return false;
    }
  }
}
