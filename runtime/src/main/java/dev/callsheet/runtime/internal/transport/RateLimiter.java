package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.policy.RatePolicy;

/**
 * The generic cell rate algorithm (GCRA): permits requests at a steady rate, with bursts up to a
 * limit, from a single number.
 *
 * <p>The theoretical arrival time is when the next request would be due if all came at equal
 * intervals. A request is permitted from {@code burst - 1} intervals before that time on, and moves
 * the time one interval further, counted from now where it has passed already. So after a pause
 * {@code burst} requests may follow each other at once, and in the long run one in each interval.
 * That equals a token bucket with {@code burst} tokens, without a timer that refills it. Each call
 * costs constant time.
 *
 * <p>Source: ITU-T Recommendation I.371, annex A (virtual scheduling). All times are in nanoseconds
 * of the loop. Changes on the loop only.
 */
final class RateLimiter {
  private final long interval;
  private final long burstTolerance;

  /** When the next request is due if all come at equal intervals. */
  private long theoreticalArrivalTime = Long.MIN_VALUE;

  private long pausedUntil = Long.MIN_VALUE;

  RateLimiter(RatePolicy policy) {
    this.interval = policy.interval().toNanos();
    this.burstTolerance = interval * (policy.burst() - 1L);
  }

  /** The earliest moment for the next request; not after {@code now} if it may go at once. */
  long nextPermitTime() {
    return Math.max(
        pausedUntil,
        theoreticalArrivalTime == Long.MIN_VALUE
            ? theoreticalArrivalTime
            : theoreticalArrivalTime - burstTolerance);
  }

  void acquire(long now) {
    if (interval > 0) {
      theoreticalArrivalTime = Math.max(theoreticalArrivalTime, now) + interval;
    }
  }

  /** The server asks for no requests before that moment. */
  void pauseUntil(long until) {
    pausedUntil = Math.max(pausedUntil, until);
  }
}
