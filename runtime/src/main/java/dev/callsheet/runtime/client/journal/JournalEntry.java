package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.ApiError;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to a job. What is known of a job is the sum of its entries. */
public sealed interface JournalEntry {
  /** The job's id. */
  UUID job();

  /** When it happened. */
  Instant timestamp();

  /**
   * The task is about to be sent, or, without a request, to be followed only.
   *
   * @param taskType the task's type, such as {@code videoInference}
   * @param model the model's id
   * @param expectedResults how many results it asks for; at least 1
   * @param request the request body in JSON, without line breaks, exactly as it is sent; null for a
   *     task that was submitted elsewhere
   */
  record Submitted(
      UUID job,
      Instant timestamp,
      String taskType,
      String model,
      int expectedResults,
      @Nullable String request)
      implements JournalEntry {}

  /** The server has the task. */
  record Accepted(UUID job, Instant timestamp) implements JournalEntry {}

  /**
   * A result is here.
   *
   * @param result the item of the server's reply, in JSON without line breaks
   */
  record Delivered(UUID job, Instant timestamp, String result) implements JournalEntry {}

  /**
   * All attempts to send the task have been made, and it is not known whether one arrived.
   *
   * @param reason how the last attempt ended
   */
  record Uncertain(UUID job, Instant timestamp, ApiError reason) implements JournalEntry {}

  /**
   * The outcome of every result is known.
   *
   * @param failures one for each result that is not coming
   */
  record Finished(UUID job, Instant timestamp, List<ApiError> failures) implements JournalEntry {
    /** Copies the list, so that an entry never changes. */
    public Finished {
      failures = List.copyOf(failures);
    }
  }

  /** The caller needs nothing more of the job: it may be forgotten. */
  record Acknowledged(UUID job, Instant timestamp) implements JournalEntry {}
}
