package dev.callsheet.runtime.client.journal;

import org.jspecify.annotations.Nullable;

/**
 * Takes an entry apart, with one method for every kind: {@code entry.accept(visitor)} calls the
 * method of the entry's kind. A visitor that lacks a kind does not compile, so a new kind of entry
 * cannot be forgotten by anything that writes or sums up entries.
 *
 * @param <R> what is made of an entry
 */
public interface JournalEntryVisitor<R extends @Nullable Object> {
  /** The task is about to be sent, or followed. */
  R visitSubmitted(JournalEntry.Submitted entry);

  /** The server has the task. */
  R visitAccepted(JournalEntry.Accepted entry);

  /** A result is here. */
  R visitDelivered(JournalEntry.Delivered entry);

  /** It is not known whether the task arrived. */
  R visitUncertain(JournalEntry.Uncertain entry);

  /** The outcome of every result is known. */
  R visitFinished(JournalEntry.Finished entry);

  /** The job may be forgotten. */
  R visitAcknowledged(JournalEntry.Acknowledged entry);

  /** A later version of Callsheet knows what happened. */
  R visitUnrecognized(JournalEntry.Unrecognized entry);
}
