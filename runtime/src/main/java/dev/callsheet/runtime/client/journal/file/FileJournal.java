package dev.callsheet.runtime.client.journal.file;

import dev.callsheet.runtime.client.journal.Journal;
import dev.callsheet.runtime.client.journal.JournalSession;
import dev.callsheet.runtime.client.journal.Scope;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A journal of files in a directory on a local disk. It holds what requests and results hold, and
 * is readable by its owner only. Finished jobs that nobody acknowledges are kept for a while.
 */
public final class FileJournal implements Journal {
  private static final Duration KEPT = Duration.ofDays(7);

  private final Path directory;
  private final Duration keeping;

  /** A journal in a directory, which is made if need be; finished jobs are kept for seven days. */
  public FileJournal(Path directory) {
    this(directory, KEPT);
  }

  private FileJournal(Path directory, Duration keeping) {
    this.directory = directory.toAbsolutePath();
    this.keeping = keeping;
  }

  /** The same, but finished jobs that nobody acknowledges are kept for this long. */
  public FileJournal keeping(Duration time) {
    return new FileJournal(directory, time);
  }

  @Override
  public JournalSession open(Scope scope) {
    return new FileSession(new Shelf(directory), scope, keeping);
  }

  @Override
  public String toString() {
    return "Journal in " + directory;
  }
}
