package dev.callsheet.linter.internal.file;

import dev.callsheet.runtime.internal.messages.DisplayWriter;
import dev.callsheet.spec.internal.file.FileErrors;
import dev.callsheet.spec.internal.file.OutputFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** A report in a file, there whole or not at all. None of its characters is invisible. */
public final class ReportFile implements Closeable {
  private final Path path;
  private final OutputFile file;
  private final Writer writer;

  /** Starts to write; the message of an exception names the file. */
  public ReportFile(Path path) throws IOException {
    this.path = path;
    try {
      this.file = OutputFile.open(path);
    } catch (IOException e) {
      throw notWritten(e);
    }
    this.writer = new DisplayWriter(file.newWriter(), false);
  }

  /** Receives the report. */
  public Writer writer() {
    return writer;
  }

  /** Puts the report in its place. */
  public void commit() throws IOException {
    try {
      writer.flush();
      file.commit();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /** Deletes what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  private IOException notWritten(IOException e) {
    return new IOException(path + ": could not be written: " + FileErrors.reason(e), e);
  }
}
