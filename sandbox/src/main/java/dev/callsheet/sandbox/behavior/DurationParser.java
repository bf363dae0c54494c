package dev.callsheet.sandbox.behavior;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 1.5s}, {@code 20m}, {@code 2h}. */
public final class DurationParser {
  private static final Pattern PATTERN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
  private static final Map<String, BigDecimal> NANOS =
      Map.of(
          "ms", new BigDecimal(1_000_000),
          "s", new BigDecimal(1_000_000_000),
          "m", new BigDecimal(60_000_000_000L),
          "h", new BigDecimal(3_600_000_000_000L),
          "d", new BigDecimal(86_400_000_000_000L));

  /** Ten years, in nanoseconds: with longer times, no clock could reckon. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Duration.ofDays(3650).toNanos());

  private DurationParser() {}

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not one; the message says what would be
   */
  public static Duration parse(String text) {
    Matcher written = PATTERN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration: write one like 250ms, 1.5s, 20m, 2h or 1d");
    }
    BigDecimal unit = NANOS.getOrDefault(written.group(2), BigDecimal.ONE);
    BigDecimal nanos = new BigDecimal(written.group(1)).multiply(unit);
    if (nanos.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("'" + text + "' is too long: write at most 3650d");
    }
    return Duration.ofNanos(nanos.longValue());
  }
}
