package dev.callsheet.linter.internal.input;

import java.io.IOException;
import java.io.InputStream;

/** A stream of a byte range of a source. */
public final class ByteSourceInputStream extends InputStream {
  private final ByteSource source;
  private final long end;
  private long position;

  public ByteSourceInputStream(ByteSource source, long from, long to) {
    this.source = source;
    this.position = from;
    this.end = to;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }

  @Override
  public int read(byte[] into, int at, int length) throws IOException {
    int count = (int) Math.min(length, end - position);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    int read = source.read(position, into, at, count);
    position += Math.max(read, 0);
    return read;
  }
}
