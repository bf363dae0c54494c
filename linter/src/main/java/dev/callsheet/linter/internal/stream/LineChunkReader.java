package dev.callsheet.linter.internal.stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream in chunks that end at line ends. */
final class LineChunkReader {
  private static final int MAX_LINE_BYTES = 1 << 30;

  private final InputStream in;
  private final int chunkBytes;
  private byte[] rest = new byte[0];

  /** Chunks have at most {@code size} bytes, unless a line is longer. */
  LineChunkReader(InputStream in, int size) {
    this.in = in;
    this.chunkBytes = size;
  }

  /** The next chunk: what can be read without waiting, at least one line; empty at the end. */
  byte[] nextChunk() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, Math.max(chunkBytes, rest.length + 1));
    int length = rest.length;
    while (true) {
      int read = in.read(bytes, length, bytes.length - length);
      if (read < 0) {
        rest = new byte[0];
        return Arrays.copyOf(bytes, length);
      }
      length += read;
      boolean full = length == bytes.length;
      int end = full || in.available() == 0 ? lastLineEnd(bytes, length) : 0;
      if (end > 0) {
        rest = Arrays.copyOfRange(bytes, end, length);
        return Arrays.copyOf(bytes, end);
      }
      if (full) {
        bytes = enlarged(bytes);
      }
    }
  }

  private static byte[] enlarged(byte[] bytes) throws IOException {
    if (bytes.length >= MAX_LINE_BYTES) {
      throw new IOException("a line is longer than " + (MAX_LINE_BYTES >> 20) + " MB");
    }
    return Arrays.copyOf(bytes, 2 * bytes.length);
  }

  /** The offset after the last line break that is complete; 0 when there is none. */
  private static int lastLineEnd(byte[] bytes, int length) {
    for (int end = length; end > 0; end--) {
      byte b = bytes[end - 1];
      if (b == '\n' || (b == '\r' && end < length && bytes[end] != '\n')) {
        return end;
      }
    }
    return 0;
  }
}
