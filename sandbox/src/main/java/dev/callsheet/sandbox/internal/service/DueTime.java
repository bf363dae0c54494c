package dev.callsheet.sandbox.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time until something is due. */
public final class DueTime {
  private DueTime() {}

  /** The time from now to {@code due}; zero when that has passed. */
  public static Duration until(Instant due, InstantSource clock) {
    Duration left = Duration.between(clock.instant(), due);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
