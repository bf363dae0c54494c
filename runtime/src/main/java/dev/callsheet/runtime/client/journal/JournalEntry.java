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

  /** Calls the visitor's method for this kind of entry. */
  <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor);

  /**
   * The task is about to be sent, or, without a request, to be followed only.
   *
   * @param platform the name of who sells the model
   * @param model the model's id; of a task without a model, the kind of task
   * @param expectedResults how many results it asks for; at least 1
   * @param request the request body in JSON, without line breaks, exactly as it is sent; null for a
   *     task that was submitted elsewhere
   */
  record Submitted(
      UUID job,
      Instant timestamp,
      String platform,
      String model,
      int expectedResults,
      @Nullable String request)
      implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitSubmitted(this);
    }
  }

  /**
   * The server has the task.
   *
   * @param reference what the platform calls it, by which it is asked for it
   */
  record Accepted(UUID job, Instant timestamp, String reference) implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitAccepted(this);
    }
  }

  /**
   * A result is here.
   *
   * @param result the item of the server's reply, in JSON without line breaks
   */
  record Delivered(UUID job, Instant timestamp, String result) implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitDelivered(this);
    }
  }

  /**
   * All attempts to send the task have been made, and it is not known whether one arrived.
   *
   * @param reason how the last attempt ended
   */
  record Uncertain(UUID job, Instant timestamp, ApiError reason) implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitUncertain(this);
    }
  }

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

    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitFinished(this);
    }
  }

  /** The caller needs nothing more of the job: it may be forgotten. */
  record Acknowledged(UUID job, Instant timestamp) implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitAcknowledged(this);
    }
  }

  /**
   * Something that a later version of Callsheet wrote. It is kept as it is, for whoever knows it.
   *
   * @param json the entry, without line breaks
   */
  record Unrecognized(UUID job, Instant timestamp, String json) implements JournalEntry {
    @Override
    public <R extends @Nullable Object> R accept(JournalEntryVisitor<R> visitor) {
      return visitor.visitUnrecognized(this);
    }
  }
}
