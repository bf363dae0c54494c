package dev.callsheet.runtime;

import java.util.Locale;

/** How severe a violation is, the most severe first. */
public enum Severity {
  /** The API would reject the request, or charge for something other than what was meant. */
  ERROR,
  /** The request is accepted, yet probably not what was meant. */
  WARNING,
  /** Nothing is wrong with the request; its documentation disagrees with what is enforced. */
  NOTE;

  /** The name in reports, such as {@code error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this severity is {@code threshold} or more severe. */
  public boolean isAtLeast(Severity threshold) {
    return compareTo(threshold) <= 0;
  }
}
