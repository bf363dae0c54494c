package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.JournalException;

/** A place to keep account of tasks. It may be shared by any number of clients and processes. */
public interface Journal {
  /**
   * Begins a client's session.
   *
   * @throws JournalException if nothing can be written down there, with what to do about it
   */
  JournalSession open(Scope scope);

  /**
   * Nothing is written down: what a crash interrupts is lost unless its UUID is known elsewhere.
   */
  static Journal none() {
    return scope -> new NoOpJournalSession();
  }
}
