package dev.callsheet.runtime.internal.transport;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds or a date. */
public final class RetryAfterHeader {
  /** Longer waits than this are taken as this long: they are errors more often than not. */
  public static final Duration MAX_WAIT = Duration.ofMinutes(10);

  private RetryAfterHeader() {}

  /** The wait that a reply asks for; empty where it asks for none. */
  public static Optional<Duration> of(HttpHeaders headers, Clock clock) {
    return headers.firstValue("Retry-After").map(String::strip).flatMap(value -> of(value, clock));
  }

  private static Optional<Duration> of(String value, Clock clock) {
    return seconds(value)
        .or(() -> date(value, clock))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .map(wait -> wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait);
  }

  private static Optional<Duration> seconds(String value) {
    try {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
    } catch (NumberFormatException notSeconds) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String value, Clock clock) {
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), date));
    } catch (DateTimeException notDate) {
      return Optional.empty();
    }
  }
}
