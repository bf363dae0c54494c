package dev.callsheet.runtime.internal.loop;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Runs small steps one after the other, now or later. All state of all jobs and connections changes
 * in such steps, so that none of it needs a lock. No step ever blocks.
 */
public interface EventLoop extends Executor, AutoCloseable {
  /** Nanoseconds since this loop began; never goes back. */
  long now();

  /** Runs a step after all those that came before it. */
  @Override
  void execute(Runnable step);

  /** Runs a step when a time has passed. */
  void schedule(Duration wait, Runnable step);

  /** The time that has passed since a moment of {@link #now}. */
  default Duration elapsedSince(long moment) {
    return Duration.ofNanos(now() - moment);
  }

  /** Runs what was given to {@link #execute} so far, and nothing that was to run later. */
  @Override
  void close();
}
