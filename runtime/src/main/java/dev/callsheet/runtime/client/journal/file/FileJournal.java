package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.error.JournalException;
import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import dev.callsheet.runtime.internal.journal.FileJournalSession;
import dev.callsheet.runtime.internal.journal.JournalDirectory;
import dev.callsheet.runtime.internal.journal.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A journal of files in a directory on a local disk. It holds what requests and results hold, and
 * is readable by its owner only. Finished jobs that nobody acknowledges are kept for a while.
 */
public final class FileJournal implements Journal {
  private static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

  private final Path directory;
  private final Duration retention;

  /** A journal in a directory, which is made if need be; finished jobs are kept for seven days. */
  public FileJournal(Path directory) {
    this(directory, DEFAULT_RETENTION);
  }

  private FileJournal(Path directory, Duration keeping) {
    this.directory = directory.toAbsolutePath();
    this.retention = keeping;
  }

  /**
   * The journal that a client uses by default: in the directory that {@code CALLSHEET_JOURNAL}
   * names, or else in {@code callsheet} among the user's state files; no journal if it says {@code
   * none}.
   *
   * @param environment the variables of the process
   * @throws JournalException if no directory can be determined
   */
  public static Journal of(Map<String, String> environment) {
    return isDisabled(environment)
        ? Journal.none()
        : new FileJournal(StateDirectory.of(environment));
  }

  /** Whether the variables of a process say that no journal is kept. */
  public static boolean isDisabled(Map<String, String> environment) {
    return "none".equals(environment.get(StateDirectory.VARIABLE));
  }

  /** The same, but finished jobs that nobody acknowledges are kept for this long. */
  public FileJournal withRetention(Duration time) {
    return new FileJournal(directory, time);
  }

  @Override
  public JournalSession open(Scope scope) {
    return new FileJournalSession(new JournalDirectory(directory), scope, retention);
  }

  @Override
  public String toString() {
    return "Journal in " + directory;
  }
}
