package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.transport.RetryAfterHeader;
import dev.callsheet.runtime.protocol.PlatformProtocol.Wait;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a reply asks to wait before the next request. */
final class RequestedWait {
  private RequestedWait() {}

  /** The wait by the first place that has one, then by {@code Retry-After}; null for none. */
  static @Nullable Duration of(PlatformReply reply, List<Wait> places, Clock clock) {
    return places.stream()
        .flatMap(place -> wait(reply, place).stream())
        .findFirst()
        .or(() -> RetryAfterHeader.of(reply.headers(), clock))
        .map(
            wait ->
                wait.compareTo(RetryAfterHeader.MAX_WAIT) > 0 ? RetryAfterHeader.MAX_WAIT : wait)
        .orElse(null);
  }

  private static Optional<Duration> wait(PlatformReply reply, Wait place) {
    return reply
        .text(place.at())
        .flatMap(text -> number(text, place.pattern()))
        .map(number -> (long) (number * ("ms".equals(place.unit()) ? 1 : 1000)))
        .map(Duration::ofMillis);
  }

  private static Optional<Double> number(String text, @Nullable String pattern) {
    var number = text;
    if (pattern != null) {
      var found = Pattern.compile(pattern).matcher(text);
      if (!found.find()) {
        return Optional.empty();
      }
      number = found.group(1);
    }
    try {
      return Optional.of(Double.parseDouble(number)).filter(value -> value >= 0);
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }
}
