package dev.callsheet.runtime.internal.wire;

import java.util.Locale;

/**
 * A pattern for error codes or HTTP statuses: a word in which {@code *} at either end stands for
 * anything. Letter case does not count.
 *
 * @param text the pattern as written, such as {@code *RateLimit*}
 */
record ErrorCodePattern(String text) {
  boolean matches(String code) {
    var wanted = text.replace("*", "").toLowerCase(Locale.ROOT);
    var given = code.toLowerCase(Locale.ROOT);
    var openStart = text.startsWith("*");
    var openEnd = text.endsWith("*");
    if (openStart && openEnd) {
      return given.contains(wanted);
    }
    if (openStart) {
      return given.endsWith(wanted);
    }
    return openEnd ? given.startsWith(wanted) : given.equals(wanted);
  }
}
