package dev.callsheet.spec.baseline;

import dev.callsheet.spec.lint.Finding;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What tells one finding from another, however lines and tasks move in its file. Findings with the
 * same fingerprint are counted.
 *
 * @param file relative to the directory of the baseline, its directories separated by slashes
 * @param rule the broken rule
 * @param pointer to the place; {@code *} stands for the index of the task
 * @param message what is wrong
 */
record Fingerprint(String file, String rule, String pointer, String message)
    implements Comparable<Fingerprint> {
  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing(Fingerprint::file)
          .thenComparing(Fingerprint::rule)
          .thenComparing(Fingerprint::pointer)
          .thenComparing(Fingerprint::message);

  private static final Pattern TASK = Pattern.compile("^/\\d+(?=/|$)");

  static Fingerprint of(Finding finding, RelativeNames names) {
    return new Fingerprint(
        names.of(finding.location().file()),
        finding.rule(),
        TASK.matcher(finding.pointer()).replaceFirst("/*"),
        finding.message());
  }

  @Override
  public int compareTo(Fingerprint other) {
    return ORDER.compare(this, other);
  }
}
