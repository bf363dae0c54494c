package dev.callsheet.spec.baseline;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
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
public final class BaselineUpdate implements LintSink {
  private final Baseline before;
  private final RelativeNames names;
  private final LintSink next;
  private final SortedMap<Fingerprint, Integer> found = new TreeMap<>();
  private final Set<String> judged = new HashSet<>();

  /**
   * Begins with a baseline as it is.
   *
   * @param file where it is, or will be
   */
  public BaselineUpdate(Baseline before, Path file, LintSink next) {
    this.before = before;
    this.names = RelativeNames.besides(file);
    this.next = next;
  }

  @Override
  public void found(Finding finding) {
    if (Hiding.isAllowed(finding.rule())) {
      found.merge(Fingerprint.of(finding, names), 1, Integer::sum);
    } else {
      next.found(finding);
    }
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

  /** How many findings are known now. */
  public long known() {
    return counts().values().stream().mapToLong(Integer::longValue).sum();
  }

  /** The text of the new baseline. */
  public String text() {
    return Baseline.written(counts());
  }

  private SortedMap<Fingerprint, Integer> counts() {
    SortedMap<Fingerprint, Integer> counts = new TreeMap<>(found);
    before
        .counts()
        .forEach(
            (fingerprint, count) -> {
              if (!judged.contains(fingerprint.file()) && isThere(fingerprint.file())) {
                counts.put(fingerprint, count);
              }
            });
    return counts;
  }

  private boolean isThere(String file) {
    try {
      return Files.exists(names.resolve(file));
    } catch (InvalidPathException noFile) {
      return false;
    }
  }
}
