package dev.callsheet.runtime.client;

import java.time.Duration;

/** When a job is asked for next, and how. Changes on the loop only. */
final class Turn {
  private final JobState<?> job;
  private Duration pause;
  private long due;
  private boolean alone;

  Turn(JobState<?> job, Duration pause) {
    this.job = job;
    this.pause = pause;
  }

  JobState<?> job() {
    return job;
  }

  /** The time until its next turn, before jitter. */
  Duration pause() {
    return pause;
  }

  void pause(Duration next) {
    pause = next;
  }

  /** The moment on the loop's clock. */
  long due() {
    return due;
  }

  void due(long moment) {
    due = moment;
  }

  /** Whether it is asked for in a request of its own, since company got it no answer. */
  boolean alone() {
    return alone;
  }

  void alone(boolean next) {
    alone = next;
  }
}
