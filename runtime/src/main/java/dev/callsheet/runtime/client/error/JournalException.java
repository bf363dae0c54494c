package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.Nullable;

/**
 * The journal cannot be read or written. A task that could not be written down was not sent, and
 * costs nothing.
 */
public final class JournalException extends RunwareException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says what is wrong and what would be right. */
  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
