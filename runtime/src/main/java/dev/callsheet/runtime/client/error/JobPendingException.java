package dev.callsheet.runtime.client.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for a job ended before the job did. The task goes on at the server: wait again, or attach
 * to it by its id later.
 */
public final class JobPendingException extends CallsheetException {
  private static final long serialVersionUID = 1;

  /** Why waiting ended. */
  public enum Reason {
    /** The time to wait was over. */
    DEADLINE("is not finished within the time to wait"),
    /** The waiting thread was interrupted; its interrupt flag is set again. */
    INTERRUPTED("was still going on when the waiting thread was interrupted"),
    /** The job was detached, or its client closed. */
    DETACHED("is no longer followed: it was detached, or its client was closed");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final UUID job;
  private final Reason reason;
  private final transient @Nullable ApiError lastError;

  /**
   * An exception for a job.
   *
   * @param lastError how the last request about the job failed; null if it did not
   */
  public JobPendingException(UUID job, Reason reason, @Nullable ApiError lastError) {
    super(
        "Job "
            + job
            + " "
            + reason.sentence
            + "; the task goes on at the server"
            + (lastError == null ? "" : ". The last attempt to follow it failed: " + lastError),
        null);
    this.job = job;
    this.reason = reason;
    this.lastError = lastError;
  }

  /** The job's id, to attach to it again. */
  public UUID job() {
    return job;
  }

  /** Why waiting ended. */
  public Reason reason() {
    return reason;
  }

  /** How the last request about the job failed; null if it did not. */
  public @Nullable ApiError lastError() {
    return lastError;
  }
}
