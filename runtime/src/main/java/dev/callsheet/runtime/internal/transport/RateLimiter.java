package dev.callsheet.runtime.internal.transport;

import dev.callsheet.runtime.client.policy.RatePolicy;

/** When the next request may go, in nanoseconds of a loop. Changes on the loop only. */
final class RateLimiter {
  private final long interval;
  private final long burstTolerance;

  /** When the next request would go if all went at equal distances. */
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

  /** The server wants to hear nothing before that moment. */
  void pauseUntil(long until) {
    pausedUntil = Math.max(pausedUntil, until);
  }
}
