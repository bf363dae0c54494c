package dev.callsheet.linter.internal.report;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A buffer for text of any length: a little is kept in memory, more in a temporary file, which is
 * deleted on close.
 */
public final class SpillingTextBuffer extends Writer {
  private static final int MAX_CHARS_IN_MEMORY = 1 << 18;

  private final StringBuilder memory = new StringBuilder();
  private @Nullable Path file;
  private @Nullable Writer toFile;

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    if (memory.length() + length > MAX_CHARS_IN_MEMORY) {
      spillToFile();
    }
    if (length > MAX_CHARS_IN_MEMORY) {
      writer().write(text, from, length);
    } else {
      memory.append(text, from, length);
    }
  }

  /** Moves the text to {@code out}, and is empty then. */
  public void transferTo(Writer out) throws IOException {
    if (file != null && toFile != null) {
      toFile.close();
      try (Reader reader = Files.newBufferedReader(file)) {
        reader.transferTo(out);
      }
      Files.delete(file);
      file = null;
      toFile = null;
    }
    out.append(memory);
    memory.setLength(0);
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    if (file != null && toFile != null) {
      toFile.close();
      Files.deleteIfExists(file);
    }
  }

  private void spillToFile() throws IOException {
    writer().append(memory);
    memory.setLength(0);
  }

  private Writer writer() throws IOException {
    if (toFile == null) {
      file = Files.createTempFile("callsheet-report", ".tmp");
      file.toFile().deleteOnExit(); // when the process is ended from without
      toFile = Files.newBufferedWriter(file);
    }
    return toFile;
  }
}
