package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.Nullable;

/** A piece of media cannot be the input of a task as it is. Nothing was sent. */
public final class MediaException extends CallsheetException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says which media, what is wrong, and what would be right. */
  public MediaException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
