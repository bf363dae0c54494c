package dev.callsheet.runtime.client.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often something is tried again, and after how long.
 *
 * @param maxAttempts how often in all, the first time included; at least 1
 * @param initialDelay the wait after the first attempt
 * @param factor how much longer each further wait is; at least 1
 * @param maxDelay the longest wait, unless the server asks for more
 * @param jitter the random part added to each wait: 0.3 is up to 30 %
 */
public record RetryPolicy(
    int maxAttempts, Duration initialDelay, double factor, Duration maxDelay, double jitter) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public RetryPolicy {
    if (maxAttempts < 1 || initialDelay.isNegative() || factor < 1 || jitter < 0) {
      throw new IllegalArgumentException(
          "A RetryPolicy needs maxAttempts >= 1, initialDelay >= 0, factor >= 1 and jitter >= 0");
    }
  }

  /** Six attempts within about half a minute: 1, 2, 4, 8 and 16 seconds apart, up to 30 % more. */
  public static RetryPolicy standard() {
    return new RetryPolicy(6, Duration.ofSeconds(1), 2, Duration.ofSeconds(30), 0.3);
  }

  /** One attempt only. */
  public static RetryPolicy never() {
    return new RetryPolicy(1, Duration.ZERO, 1, Duration.ZERO, 0);
  }

  /**
   * The wait after an attempt; empty when that was the last.
   *
   * @param attempt the attempt that failed, from 1
   * @param retryAfter what the server asked for; never cut short
   */
  public Optional<Duration> delayAfter(
      int attempt, @Nullable Duration retryAfter, RandomGenerator random) {
    if (attempt >= maxAttempts) {
      return Optional.empty();
    }
    var wait = Backoff.multiplied(initialDelay, Math.pow(factor, attempt - 1.0), maxDelay);
    if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
      wait = retryAfter;
    }
    return Optional.of(Backoff.withJitter(wait, jitter, random));
  }
}
