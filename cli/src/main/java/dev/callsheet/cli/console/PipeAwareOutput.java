package dev.callsheet.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/**
 * Standard output of this process. Java knows what could not be written by the system's words
 * alone, which are in the caller's language; that the reader of a pipe has gone is said here in one
 * way.
 */
final class PipeAwareOutput extends FileOutputStream {
  PipeAwareOutput() {
    super(FileDescriptor.out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      super.write(bytes, from, length);
    } catch (IOException e) {
      throw named(e);
    }
  }

  /** The error itself, but for one of which the system says what it says of a broken pipe. */
  static IOException named(IOException error) {
    String ofBrokenPipe = wordsOfBrokenPipe();
    return !ofBrokenPipe.isEmpty() && ofBrokenPipe.equals(error.getMessage())
        ? new IOException("Broken pipe", error)
        : error;
  }

  /** What the system says of a pipe whose reader has gone, found out with one; else empty. */
  private static String wordsOfBrokenPipe() {
    try {
      Pipe pipe = Pipe.open();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        pipe.source().close();
        sink.write(ByteBuffer.allocate(1));
        return "";
      }
    } catch (IOException broken) {
      return String.valueOf(broken.getMessage());
    }
  }
}
