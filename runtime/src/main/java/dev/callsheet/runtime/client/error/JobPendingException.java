package dev.callsheet.runtime.client.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for a job ended before the job did. What becomes of it, {@link #arrival} says: where the
 * server has the task, it goes on there; wait again, or attach to it by its id later.
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

  /** Whether the server has the task. */
  public enum Arrival {
    /** Nothing of it has reached the server, and nothing is paid. */
    NOT_SENT("nothing of it has reached the server", "send"),
    /** It was sent, and whether it arrived is not known. */
    UNKNOWN("the server may have the task", "send"),
    /** The server has it, and goes on with it. */
    ACCEPTED("the task goes on at the server", "follow");

    private final String clause;
    private final String attempted;

    Arrival(String clause, String attempted) {
      this.clause = clause;
      this.attempted = attempted;
    }
  }

  private final UUID job;
  private final Reason reason;
  private final Arrival arrival;
  private final transient @Nullable ApiError lastError;

  /**
   * An exception for a job.
   *
   * @param lastError how the last request about the job failed; null if it did not
   */
  public JobPendingException(
      UUID job, Reason reason, Arrival arrival, @Nullable ApiError lastError) {
    super(
        "Job "
            + job
            + " "
            + reason.sentence
            + "; "
            + arrival.clause
            + (lastError == null
                ? ""
                : ". The last attempt to " + arrival.attempted + " it failed: " + lastError),
        null);
    this.job = job;
    this.reason = reason;
    this.arrival = arrival;
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

  /** Whether the server has the task. */
  public Arrival arrival() {
    return arrival;
  }

  /** How the last request about the job failed; null if it did not. */
  public @Nullable ApiError lastError() {
    return lastError;
  }
}
