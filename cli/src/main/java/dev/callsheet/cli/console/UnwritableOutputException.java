package dev.callsheet.cli.console;

import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Standard output cannot be written to: the disk is full, or its reader has gone. */
public final class UnwritableOutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  UnwritableOutputException(IOException cause) {
    super("standard output could not be written: " + FileErrors.reason(cause), cause);
  }

  /**
   * Whether whoever read it has all that it wanted, as {@code head} has. Java knows that by the
   * system's words alone.
   */
  public boolean isReaderGone() {
    return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }
}
