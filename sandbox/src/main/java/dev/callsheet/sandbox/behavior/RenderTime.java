package dev.callsheet.sandbox.behavior;

import java.math.BigDecimal;
import java.time.Duration;

/** How long it takes to render one result. */
@FunctionalInterface
public interface RenderTime {
  /** The time for a result of that many seconds of video. */
  Duration of(BigDecimal seconds);

  /** The same time, however long the video. Zero is allowed. */
  static RenderTime fixed(Duration time) {
    return seconds -> time;
  }

  /** This time for every second of video. */
  static RenderTime perSecond(Duration time) {
    return seconds -> {
      BigDecimal nanos = seconds.multiply(BigDecimal.valueOf(time.toNanos()));
      return Duration.ofNanos(nanos.longValue());
    };
  }
}
