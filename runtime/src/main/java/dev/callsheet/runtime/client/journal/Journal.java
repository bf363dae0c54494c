package dev.callsheet.runtime.client.journal;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.file.FileJournal;
import dev.callsheet.runtime.client.journal.file.StateDirectory;
import java.nio.file.Path;
import java.util.Map;

/** A place to keep account of tasks. It may be shared by any number of clients and processes. */
public interface Journal {
  /**
   * Begins a client's session.
   *
   * @throws JournalException if nothing can be written down there, with what to do about it
   */
  JournalSession open(Scope scope);

  /** Files in a directory, which is made if need be; any number of processes may share it. */
  static Journal in(Path directory) {
    return new FileJournal(directory);
  }

  /**
   * What a client uses unless told otherwise: files in the directory that {@code CALLSHEET_JOURNAL}
   * names, or else in {@code callsheet} among the user's state files; no journal if it says {@code
   * none}.
   *
   * @param environment the variables of the process
   * @throws JournalException if no directory can be told
   */
  static Journal of(Map<String, String> environment) {
    return "none".equals(environment.get(StateDirectory.VARIABLE))
        ? none()
        : in(StateDirectory.of(environment));
  }

  /**
   * Nothing is written down: what a crash interrupts is lost unless its UUID is known elsewhere.
   */
  static Journal none() {
    return scope -> new NoSession();
  }
}
