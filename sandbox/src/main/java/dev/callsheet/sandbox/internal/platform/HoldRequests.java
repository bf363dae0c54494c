package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.spec.model.SandboxDescription.Hold;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how long the reply to a submission is to be held.
 *
 * @param hold by what a client says so; null where it cannot
 */
record HoldRequests(@Nullable Hold hold) {
  /** As long as the request says; not at all where it says nothing. */
  Duration wanted(PlatformCall call) {
    if (hold == null) {
      return Duration.ZERO;
    }
    Matcher wait = Pattern.compile(hold.pattern()).matcher(call.header(hold.header()).orElse(""));
    return wait.find()
        ? Optional.ofNullable(wait.group(1)).flatMap(HoldRequests::seconds).orElse(hold.unless())
        : Duration.ZERO;
  }

  private static Optional<Duration> seconds(String text) {
    try {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }
}
