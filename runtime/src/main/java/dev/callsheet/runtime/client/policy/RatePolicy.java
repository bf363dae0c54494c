package dev.callsheet.runtime.client.policy;

import java.time.Duration;

/**
 * How many requests a client sends.
 *
 * @param interval the time between two requests in the long run; zero for no limit
 * @param burst how many may follow each other at once after a pause; at least 1
 */
public record RatePolicy(Duration interval, int burst) {
  private static final double NANOS = 1e9;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RatePolicy {
    if (interval.isNegative() || burst < 1) {
      throw new IllegalArgumentException("A rate policy needs interval >= 0 and burst >= 1");
    }
  }

  /** No limit. */
  public static RatePolicy unlimited() {
    return new RatePolicy(Duration.ZERO, 1);
  }

  /**
   * So many requests a second, and those of one second at once after a pause.
   *
   * @throws IllegalArgumentException unless the number is above zero
   */
  public static RatePolicy perSecond(double requests) {
    if (!(requests > 0)) {
      throw new IllegalArgumentException("A budget of requests per second is above 0");
    }
    return new RatePolicy(
        Duration.ofNanos((long) (NANOS / requests)),
        (int) Math.max(1, Math.min(requests, 1 << 20)));
  }
}
