package dev.callsheet.linter.baseline;

import dev.callsheet.linter.finding.Finding;
import java.util.Comparator;

/**
 * The identity of a finding, which stays when lines and tasks move in the file. Findings with the
 * same fingerprint are counted.
 *
 * @param file relative to the directory of the baseline, its directories separated by slashes
 * @param rule the broken rule
 * @param pointer to the place; {@code *} stands for the index of the task
 * @param message what is wrong
 */
record BaselineFingerprint(String file, String rule, String pointer, String message)
    implements Comparable<BaselineFingerprint> {
  private static final Comparator<BaselineFingerprint> ORDER =
      Comparator.comparing(BaselineFingerprint::file)
          .thenComparing(BaselineFingerprint::rule)
          .thenComparing(BaselineFingerprint::pointer)
          .thenComparing(BaselineFingerprint::message);

  static BaselineFingerprint of(Finding finding, RelativeFileNames names) {
    return new BaselineFingerprint(
        names.relativize(finding.location().file()),
        finding.rule(),
        (finding.taskIndex().isPresent() ? "/*" : "") + finding.pointerInTask(),
        finding.message());
  }

  @Override
  public int compareTo(BaselineFingerprint other) {
    return ORDER.compare(this, other);
  }
}
