package dev.callsheet.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard output of this process. Where it is a pipe, what goes wrong is that its reader has gone,
 * in whatever language the system says so.
 */
final class PipeAwareOutput extends FileOutputStream {
  /** What standard output is, on Linux. */
  private static final Path OUTPUT = Path.of("/proc/self/fd/1");

  PipeAwareOutput() {
    super(FileDescriptor.out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      super.write(bytes, from, length);
    } catch (IOException e) {
      throw isPipe() ? new IOException("Broken pipe", e) : e;
    }
  }

  private static boolean isPipe() {
    try {
      return Files.readSymbolicLink(OUTPUT).toString().startsWith("pipe:");
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return false;
    }
  }
}
