package dev.callsheet.runtime.client.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 text of bytes that are read as the text is: any number of them in little memory. */
final class Base64EncodingStream extends InputStream {
  private static final int CHUNK_SIZE = 3 * 4096; // a multiple of three needs no padding

  private final InputStream bytes;
  private final byte[] chunk = new byte[CHUNK_SIZE];
  private byte[] text;
  private int next;

  /** Text that begins with {@code header}, as it is. */
  Base64EncodingStream(String header, InputStream bytes) {
    this.text = header.getBytes(StandardCharsets.ISO_8859_1);
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? text[next++] : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    var count = Math.min(length, text.length - next);
    System.arraycopy(text, next, target, offset, count);
    next += count;
    return count;
  }

  private boolean hasMore() throws IOException {
    if (next == text.length) {
      var count = bytes.readNBytes(chunk, 0, CHUNK_SIZE);
      text = Base64.getEncoder().encode(count == CHUNK_SIZE ? chunk : Arrays.copyOf(chunk, count));
      next = 0;
    }
    return text.length > 0;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
