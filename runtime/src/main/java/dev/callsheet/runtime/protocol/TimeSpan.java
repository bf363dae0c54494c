package dev.callsheet.runtime.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A length of time.
 *
 * @param text a number and its unit: {@code 500ms}, {@code 5s}, {@code 10m}, {@code 24h}, {@code
 *     7d}
 */
public record TimeSpan(@JsonValue String text) {
  private static final Pattern SYNTAX = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if it is no length of time
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TimeSpan {
    if (!SYNTAX.matcher(text).matches()) {
      throw new IllegalArgumentException("`" + text + "` is no time such as `10m`");
    }
  }

  /** The time. */
  public Duration duration() {
    var parts = SYNTAX.matcher(text);
    parts.matches();
    var unit =
        switch (parts.group(2)) {
          case "ms" -> ChronoUnit.MILLIS;
          case "s" -> ChronoUnit.SECONDS;
          case "m" -> ChronoUnit.MINUTES;
          case "h" -> ChronoUnit.HOURS;
          default -> ChronoUnit.DAYS;
        };
    return Duration.of(Long.parseLong(parts.group(1)), unit);
  }
}
