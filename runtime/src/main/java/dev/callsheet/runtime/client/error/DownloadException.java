package dev.callsheet.runtime.client.error;

import org.jspecify.annotations.Nullable;

/** A delivered result could not be brought to disk. The result itself is not lost by that. */
public final class DownloadException extends CallsheetException {
  private static final long serialVersionUID = 1;

  /** An exception whose message says what was tried and why it failed. */
  public DownloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
