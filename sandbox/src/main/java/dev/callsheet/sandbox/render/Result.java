package dev.callsheet.sandbox.render;

import java.time.Duration;
import java.time.Instant;

/**
 * One result of a task.
 *
 * @param began when its render began
 * @param ready when its render ends
 * @param outcome how it ends
 */
public record Result(Instant began, Instant ready, Outcome outcome) {
  /** Whether its render has ended by then. */
  public boolean isReady(Instant now) {
    return !now.isBefore(ready);
  }

  /** How far its render is by then, in percent, from 0 to 99. */
  public int progress(Instant now) {
    long whole = Duration.between(began, ready).toMillis();
    long done = Duration.between(began, now).toMillis();
    return whole <= 0 ? 99 : (int) Math.max(0, Math.min(99, done * 100 / whole));
  }
}
