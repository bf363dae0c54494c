package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.client.journal.JournalEntry.Accepted;
import dev.callsheet.runtime.client.journal.JournalEntry.Acknowledged;
import dev.callsheet.runtime.client.journal.JournalEntry.Delivered;
import dev.callsheet.runtime.client.journal.JournalEntry.Finished;
import dev.callsheet.runtime.client.journal.JournalEntry.Submitted;
import dev.callsheet.runtime.client.journal.JournalEntry.Uncertain;
import dev.callsheet.runtime.client.journal.JournalEntry.Unrecognized;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a journal knows of a job.
 *
 * @param task how it was submitted
 * @param scope where, and for whom
 * @param phase how far it has come
 * @param reference what the platform calls it; null as long as it has not said so
 * @param results the results delivered so far, as items of the server's reply in JSON, in the order
 *     of their arrival
 * @param failures why the others are not coming; for an uncertain one, what happened last
 * @param lastChanged when the last of this happened
 * @param owner who follows it now
 */
public record JobRecord(
    Submitted task,
    Scope scope,
    Phase phase,
    @Nullable String reference,
    List<String> results,
    List<ApiError> failures,
    Instant lastChanged,
    Owner owner) {
  /** How far a job has come. */
  public enum Phase {
    /** It may have been sent, and it is not known whether it arrived. */
    SUBMITTING,
    /** The server has it. */
    RUNNING,
    /** All attempts to send it have been made, and it is not known whether one arrived. */
    UNCERTAIN,
    /** The outcome of every result is known. */
    FINISHED,
    /** The caller needs nothing more of it: it may be forgotten. */
    ACKNOWLEDGED
  }

  /** Who follows a job. */
  public enum Owner {
    /** The session that made this record. */
    THIS_SESSION,
    /** Another session that is alive. */
    OTHER_SESSION,
    /** Nobody: its session has ended. */
    NONE
  }

  /** Copies the lists, so that a record never changes. */
  public JobRecord {
    results = List.copyOf(results);
    failures = List.copyOf(failures);
  }

  /** The job's id. */
  public UUID id() {
    return task.job();
  }

  /** The same, followed by another. */
  public JobRecord with(Owner other) {
    return new JobRecord(task, scope, phase, reference, results, failures, lastChanged, other);
  }

  /**
   * Sums up a job's entries, in the order they were written; empty when how it was submitted is not
   * among them.
   */
  public static Optional<JobRecord> of(List<JournalEntry> entries, Scope scope, Owner following) {
    var summary = new Summary();
    entries.forEach(summary::add);
    return Optional.ofNullable(summary.task)
        .map(
            task ->
                new JobRecord(
                    task,
                    scope,
                    summary.phase,
                    summary.reference,
                    summary.results,
                    summary.failures,
                    summary.lastChanged,
                    following));
  }

  /** What the entries seen so far come to. */
  private static final class Summary implements JournalEntryVisitor<@Nullable Void> {
    private @Nullable Submitted task;
    private Phase phase = Phase.SUBMITTING;
    private @Nullable String reference;
    private final List<String> results = new ArrayList<>();
    private List<ApiError> failures = List.of();
    private Instant lastChanged = Instant.MIN;

    void add(JournalEntry entry) {
      lastChanged = entry.timestamp().isAfter(lastChanged) ? entry.timestamp() : lastChanged;
      entry.accept(this);
    }

    /** The first, or a fresh start. */
    @Override
    public @Nullable Void visitSubmitted(Submitted entry) {
      task = entry;
      phase = entry.request() == null ? Phase.RUNNING : Phase.SUBMITTING;
      reference = null;
      results.clear();
      failures = List.of();
      return null;
    }

    @Override
    public @Nullable Void visitAccepted(Accepted entry) {
      phase = phase == Phase.UNCERTAIN ? Phase.RUNNING : later(phase, Phase.RUNNING);
      reference = entry.reference();
      return null;
    }

    @Override
    public @Nullable Void visitDelivered(Delivered entry) {
      results.add(entry.result());
      return null;
    }

    @Override
    public @Nullable Void visitUncertain(Uncertain entry) {
      phase = later(phase, Phase.UNCERTAIN);
      failures = List.of(entry.reason());
      return null;
    }

    @Override
    public @Nullable Void visitFinished(Finished entry) {
      phase = later(phase, Phase.FINISHED);
      failures = entry.failures();
      return null;
    }

    @Override
    public @Nullable Void visitAcknowledged(Acknowledged entry) {
      phase = Phase.ACKNOWLEDGED;
      return null;
    }

    /**
     * What it says is not known, so it changes nothing: a job is rather followed than forgotten.
     */
    @Override
    public @Nullable Void visitUnrecognized(Unrecognized entry) {
      return null;
    }
  }

  private static Phase later(Phase one, Phase other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
