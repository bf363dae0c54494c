package dev.callsheet.spec.baseline;

import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.run.LintSink;
import dev.callsheet.spec.lint.run.Unreadable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Passes on what a baseline does not know. */
public final class KnownFindings implements LintSink {
  private final Baseline baseline;
  private final RelativeNames names;
  private final LintSink next;
  private final Map<Fingerprint, Integer> left = new HashMap<>();
  private final Set<String> judged = new HashSet<>();
  private long known;

  /**
   * Passes on to another sink.
   *
   * @param file where the baseline is
   */
  public KnownFindings(Baseline baseline, Path file, LintSink next) {
    this.baseline = baseline;
    this.names = RelativeNames.besides(file);
    this.next = next;
    baseline.entries().forEach((fingerprint, entry) -> left.put(fingerprint, entry.count()));
  }

  @Override
  public void found(Finding finding) {
    Fingerprint fingerprint = Fingerprint.of(finding, names);
    int expected = Hiding.isAllowed(finding.rule()) ? left.getOrDefault(fingerprint, 0) : 0;
    if (expected > 0) {
      left.put(fingerprint, expected - 1);
      known++;
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

  /** How many findings were known. */
  public long known() {
    return known;
  }

  /** Reports what is in the baseline and was not found where it was looked for. */
  public void end(LintSink reports) {
    baseline
        .entries()
        .forEach(
            (fingerprint, entry) -> {
              int gone = left.getOrDefault(fingerprint, 0);
              if (gone > 0 && wasLookedFor(fingerprint)) {
                reports.found(
                    SettingsFinding.of(
                        SettingsRule.STALE_BASELINE,
                        baseline.source(),
                        entry.location(),
                        gone(fingerprint, entry, gone)));
              }
            });
  }

  private boolean wasLookedFor(Fingerprint fingerprint) {
    if (judged.contains(fingerprint.file())) {
      return true;
    }
    try {
      return !Files.exists(names.resolve(fingerprint.file()));
    } catch (InvalidPathException noFile) {
      return false;
    }
  }

  private static String gone(Fingerprint fingerprint, Baseline.Entry entry, int gone) {
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
