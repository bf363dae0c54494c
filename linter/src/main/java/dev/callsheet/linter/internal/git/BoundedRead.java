package dev.callsheet.linter.internal.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that come with a repository, whose sizes somebody else has chosen. */
final class BoundedRead {
  private BoundedRead() {}

  /**
   * Reads a file.
   *
   * @throws IOException when it has more bytes than that, or cannot be read
   */
  static byte[] bytes(Path file, int maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(maxBytes + 1);
      if (content.length > maxBytes) {
        throw new IOException(
            file + " has more than " + (maxBytes >> 10) + " KB, which is too much to read");
      }
      return content;
    }
  }

  /** The same, as text in UTF-8; what is none is replaced. */
  static String text(Path file, int maxBytes) throws IOException {
    return new String(bytes(file, maxBytes), StandardCharsets.UTF_8);
  }
}
