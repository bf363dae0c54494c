package dev.callsheet.runtime.internal.job;

import java.time.Duration;

/** When and how a job is polled next. Changes on the loop only. */
final class PollSchedule {
  private final ActiveJob<?> job;
  private final boolean isSubmittedHere;
  private Duration interval;
  private long dueTime;
  private boolean isQueued;
  private boolean isPolledAlone;
  private boolean isUnknownToServer;
  private int lastBatchSize;

  /**
   * @param interval the time until the next poll, before jitter
   * @param isSubmittedHere whether this client submitted the task
   */
  PollSchedule(ActiveJob<?> job, Duration interval, boolean isSubmittedHere) {
    this.job = job;
    this.interval = interval;
    this.isSubmittedHere = isSubmittedHere;
  }

  ActiveJob<?> job() {
    return job;
  }

  boolean isSubmittedHere() {
    return isSubmittedHere;
  }

  /** The time between the last poll and the next, before jitter. */
  Duration interval() {
    return interval;
  }

  void setInterval(Duration next) {
    interval = next;
  }

  /** The moment of the next poll on the loop's clock. */
  long dueTime() {
    return dueTime;
  }

  void setDueTime(long moment) {
    dueTime = moment;
  }

  /** Whether it waits for its next poll. */
  boolean isQueued() {
    return isQueued;
  }

  void setQueued(boolean queued) {
    isQueued = queued;
  }

  /** Whether it is polled in a request of its own, since its last batch got no answer for it. */
  boolean isPolledAlone() {
    return isPolledAlone;
  }

  void setPolledAlone(boolean alone) {
    isPolledAlone = alone;
  }

  /** Whether the server did not report on it even when it was polled alone. */
  boolean isUnknownToServer() {
    return isUnknownToServer;
  }

  void setUnknownToServer(boolean unknown) {
    isUnknownToServer = unknown;
  }

  /** How many jobs were in the last batch that it was polled in. */
  int lastBatchSize() {
    return lastBatchSize;
  }

  void setLastBatchSize(int size) {
    lastBatchSize = size;
  }
}
