package dev.callsheet.runtime.client.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be read or written. A task that could not be written down was not sent, and
 * costs nothing.
 */
public final class JournalException extends CallsheetException {
  private static final long serialVersionUID = 1;

  private final boolean takenOver;

  /** An exception whose message says what is wrong and what would be right. */
  public JournalException(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private JournalException(String message, @Nullable Throwable cause, boolean takenOver) {
    super(message, cause);
    this.takenOver = takenOver;
  }

  /**
   * The journal has a job, and cannot say what became of it: to send it again might pay it twice.
   */
  public static JournalException unreadableJob(UUID job) {
    return new JournalException(
        "The journal has the job "
            + job
            + ", and its entries cannot be read: attach to the task by its id",
        null);
  }

  /** A job is another session's, which lives: it is followed there. */
  public static JournalException takenOver(UUID job) {
    return new JournalException("Another worker follows the job " + job, null, true);
  }

  /** Whether the job is followed by another session. */
  public boolean isTakenOver() {
    return takenOver;
  }
}
