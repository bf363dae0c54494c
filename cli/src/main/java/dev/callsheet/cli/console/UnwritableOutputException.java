package dev.callsheet.cli.console;

import dev.callsheet.spec.internal.file.FileErrors;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Standard output cannot be written to: the disk is full, or nobody reads it any more. */
public final class UnwritableOutputException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  UnwritableOutputException(IOException cause) {
    super("standard output could not be written: " + FileErrors.reason(cause), cause);
  }
}
