package dev.callsheet.runtime.client.job;

/** What became of the wish to cancel a task. */
public enum Cancellation {
  /** It is cancelled, and its job has ended. */
  CANCELLED,
  /** The platform was asked, and may still make it; the job is followed to its end. */
  REQUESTED,
  /** It had ended before, or the platform does not know it any more. */
  TOO_LATE,
  /** The platform has no way to cancel, or has not yet said what it calls the task. */
  NOT_POSSIBLE,
  /** The platform did not answer, or refused; the job is followed as before. */
  UNKNOWN
}
