package dev.callsheet.sandbox.internal.render;

import java.time.Duration;
import java.time.Instant;

/**
 * One result of a task.
 *
 * @param startedAt when its render began
 * @param finishedAt when its render ends
 * @param outcome how it ends
 */
public record RenderResult(Instant startedAt, Instant finishedAt, RenderOutcome outcome) {
  /** Whether its render has ended by then. */
  public boolean isFinished(Instant now) {
    return !now.isBefore(finishedAt);
  }

  /** How far its render is by then, in percent, from 0 to 99. */
  public int progress(Instant now) {
    long whole = Duration.between(startedAt, finishedAt).toMillis();
    long done = Duration.between(startedAt, now).toMillis();
    return whole <= 0 ? 99 : (int) Math.max(0, Math.min(99, done * 100 / whole));
  }
}
