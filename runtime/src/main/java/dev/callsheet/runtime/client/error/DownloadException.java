package dev.callsheet.runtime.client.error;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A delivered result could not be brought to disk. The result itself is not lost by that. */
public final class DownloadException extends CallsheetException {
  private static final long serialVersionUID = 1;

  private final int status;

  /** An exception whose message says what was tried and why it failed. */
  public DownloadException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /**
   * As above, where the address was answered with an HTTP status that says that it is of no use.
   */
  public DownloadException(String message, int status) {
    super(message, null);
    this.status = status;
  }

  /** The HTTP status that the address was answered with; empty where that was not the reason. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
