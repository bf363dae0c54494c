package dev.callsheet.runtime.client.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Spreads waiting times, so that many clients do not come back at once. */
final class Backoff {
  private Backoff() {}

  /** The wait, longer by a random part of it: up to {@code share} (0 to 1) of its length. */
  static Duration withJitter(Duration wait, double share, RandomGenerator random) {
    return wait.plusNanos((long) (wait.toNanos() * share * random.nextDouble()));
  }

  static Duration multiplied(Duration wait, double factor, Duration longest) {
    var grown = Duration.ofNanos((long) (wait.toNanos() * factor));
    return grown.compareTo(longest) > 0 ? longest : grown;
  }
}
