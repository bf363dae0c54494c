package dev.callsheet.runtime.client.job;

/** Where a job is. It only ever goes forward, and ends as {@code FINISHED} or {@code DETACHED}. */
public enum JobStatus {
  /** On its way to the server; not known to be accepted. */
  SUBMITTING,
  /** Accepted by the server, and asked for now and then. */
  RUNNING,
  /** Every result is delivered or has failed. */
  FINISHED,
  /** No longer followed from here; the task goes on at the server. */
  DETACHED;

  /** Whether nothing changes any more. */
  public boolean isFinal() {
    return this == FINISHED || this == DETACHED;
  }
}
