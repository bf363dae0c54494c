package dev.callsheet.spec.check;

import dev.callsheet.runtime.Severity;
import java.util.Locale;

/** The severity of a finding in a spec. */
public enum FindingLevel {
  /** The spec cannot be used as it is. */
  ERROR,
  /** The spec can be used, but something in it is superfluous. */
  WARNING,
  /** The published form of a rule has the flaw; the form that is enforced does not. */
  NOTE;

  /** The level of a finding of that severity. */
  public static FindingLevel of(Severity severity) {
    return severity == Severity.ERROR ? ERROR : WARNING;
  }

  /** The word for it in reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this level is {@code threshold} or more severe. */
  public boolean isAtLeast(FindingLevel threshold) {
    return compareTo(threshold) <= 0;
  }
}
