package dev.callsheet.runtime.client.job;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.download.MediaDownloaded;
import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.media.MediaUploaded;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Receives everything that a client does, for progress displays and measurements. Calls come one at
 * a time, in order, on a thread of their own: a slow listener delays only later calls.
 */
public interface JobListener {
  /**
   * A task is about to be sent.
   *
   * @param job the job's id
   * @param attempt which attempt it is, from 1
   */
  record Submitting(UUID job, int attempt) {}

  /**
   * The server has the task.
   *
   * @param job the job's id
   * @param attempts how many attempts it took
   * @param confirmedByConflict whether the server said so by refusing our repetition
   * @param duration the time from the first attempt on
   */
  record Accepted(UUID job, int attempts, boolean confirmedByConflict, Duration duration) {}

  /**
   * An attempt failed, and another follows.
   *
   * @param job the job's id
   * @param attempt the attempt that failed
   * @param error why
   * @param delay the time until the next
   */
  record Retrying(UUID job, int attempt, ApiError error, Duration delay) {}

  /**
   * A task was refused, or given up, and is not sent again.
   *
   * @param job the job's id
   * @param attempts how many attempts there were
   * @param error why
   */
  record Rejected(UUID job, int attempts, ApiError error) {}

  /**
   * The server was asked for the state of jobs.
   *
   * @param jobs the jobs of the request
   * @param duration the time until the answer
   * @param error how the poll failed; null if it did not
   */
  record Polled(List<UUID> jobs, Duration duration, @Nullable ApiError error) {}

  /**
   * What a job was expected to cost, and what the server says.
   *
   * @param job the job's id
   * @param estimate before it was sent
   * @param reported the sum over the results that say what they cost, in US dollars
   * @param unpriced how many results do not say so; all, unless the request has {@code includeCost}
   */
  record Settled(UUID job, Price estimate, BigDecimal reported, int unpriced) {}

  /**
   * The server reported on a job without being asked.
   *
   * @param job the job's id
   * @param hasNewInformation whether there was anything in it that was not known
   */
  record Notified(UUID job, boolean hasNewInformation) {}

  /**
   * A result is here without some of its fields, since they are not what its model says.
   *
   * @param job the job's id
   * @param fields which, what stands there, and what is wrong with it
   */
  record FieldsUnreadable(UUID job, List<UnreadableField> fields) {
    /** Copies the list, so that an event never changes. */
    public FieldsUnreadable {
      fields = List.copyOf(fields);
    }
  }

  /** A task is about to be sent. */
  default void onSubmitting(Submitting event) {}

  /** The server has a task. */
  default void onAccepted(Accepted event) {}

  /** A submission is going to be repeated. */
  default void onRetrying(Retrying event) {}

  /** A task is not sent again. */
  default void onRejected(Rejected event) {}

  /** The server was asked for the state of jobs. */
  default void onPolled(Polled event) {}

  /** The server reported on a job without being asked, by a webhook or over a WebSocket. */
  default void onNotified(Notified event) {}

  /** A job has come further: accepted, a new result, another percentage. */
  default void onProgress(Progress progress) {}

  /** A result is here without some of its fields. */
  default void onFieldsUnreadable(FieldsUnreadable event) {}

  /** A result was brought to disk. */
  default void onDownloaded(MediaDownloaded event) {}

  /** A piece of media was stored. */
  default void onUploaded(MediaUploaded event) {}

  /** A job has ended; the progress says how. */
  default void onFinished(Progress progress) {}

  /** A job that was submitted here has ended, and what it cost is known as far as it will be. */
  default void onSettled(Settled event) {}
}
