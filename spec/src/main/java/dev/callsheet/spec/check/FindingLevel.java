package dev.callsheet.spec.check;

import dev.callsheet.runtime.Severity;
import java.util.Locale;

/** How grave it is what a check found. */
public enum FindingLevel {
  /** The spec cannot be used as it is. */
  ERROR,
  /** The spec can be used; something in it is superfluous. */
  WARNING,
  /** So it is with the published words alone; the spec already enforces something else. */
  NOTE;

  /** The level of a flaw of that severity. */
  public static FindingLevel of(Severity severity) {
    return severity == Severity.ERROR ? ERROR : WARNING;
  }

  /** The word for it in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is as grave as {@code threshold} or graver. */
  public boolean isAtLeast(FindingLevel threshold) {
    return compareTo(threshold) <= 0;
  }
}
