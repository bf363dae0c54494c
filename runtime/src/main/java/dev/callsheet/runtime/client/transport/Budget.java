package dev.callsheet.runtime.client.transport;

import dev.callsheet.runtime.client.policy.RatePolicy;

/** When the next request may go, in nanoseconds of a loop. Changes on the loop only. */
final class Budget {
  private final long interval;
  private final long slack;

  /** When the next request would go if all went at equal distances. */
  private long even = Long.MIN_VALUE;

  private long quietUntil = Long.MIN_VALUE;

  Budget(RatePolicy policy) {
    this.interval = policy.interval().toNanos();
    this.slack = interval * (policy.burst() - 1L);
  }

  /** The earliest moment for the next request; not after {@code now} if it may go at once. */
  long opensAt() {
    return Math.max(quietUntil, even == Long.MIN_VALUE ? even : even - slack);
  }

  void spend(long now) {
    if (interval > 0) {
      even = Math.max(even, now) + interval;
    }
  }

  /** The server wants to hear nothing before that moment. */
  void quiet(long until) {
    quietUntil = Math.max(quietUntil, until);
  }
}
