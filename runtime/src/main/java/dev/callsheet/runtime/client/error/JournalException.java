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

  /** A job is another session's, which lives: it is followed there. */
  public static JournalException takenOver(UUID job) {
    return new JournalException("Another worker follows the job " + job, null, true);
  }

  /** Whether the job is followed by another session. */
  public boolean isTakenOver() {
    return takenOver;
  }
}
