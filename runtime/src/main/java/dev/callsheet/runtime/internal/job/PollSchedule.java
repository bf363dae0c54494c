package dev.callsheet.runtime.internal.job;

import java.time.Duration;

/** When a job is asked for next, and how. Changes on the loop only. */
final class PollSchedule {
  private final JobState<?> job;
  private final boolean submittedHere;
  private Duration interval;
  private long dueTime;
  private boolean polledAlone;
  private boolean unknownToServer;
  private int lastBatchSize;

  /**
   * @param submittedHere whether the task was submitted by this client
   */
  PollSchedule(JobState<?> job, Duration pause, boolean submittedHere) {
    this.job = job;
    this.interval = pause;
    this.submittedHere = submittedHere;
  }

  boolean isSubmittedHere() {
    return submittedHere;
  }

  JobState<?> job() {
    return job;
  }

  /** The time until its next turn, before jitter. */
  Duration interval() {
    return interval;
  }

  void interval(Duration next) {
    interval = next;
  }

  /** The moment on the loop's clock. */
  long dueTime() {
    return dueTime;
  }

  void dueTime(long moment) {
    dueTime = moment;
  }

  /** Whether it is asked for in a request of its own, since company got it no answer. */
  boolean polledAlone() {
    return polledAlone;
  }

  void polledAlone(boolean next) {
    polledAlone = next;
  }

  /** Whether the server, asked for it alone, had nothing to say. */
  boolean unknownToServer() {
    return unknownToServer;
  }

  void unknownToServer(boolean next) {
    unknownToServer = next;
  }

  /** How many jobs were in the last request that it was asked for in company. */
  int lastBatchSize() {
    return lastBatchSize;
  }

  void lastBatchSize(int size) {
    lastBatchSize = size;
  }
}
