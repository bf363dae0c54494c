package dev.callsheet.linter.internal.input;

/** Bytes that are in memory already. */
public final class ArrayByteSource implements ByteSource {
  private final byte[] bytes;

  /** Reads from these bytes, which are not copied. */
  public ArrayByteSource(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int read(long position, byte[] into, int at, int length) {
    int count = (int) Math.min(length, bytes.length - position);
    System.arraycopy(bytes, (int) position, into, at, count);
    return count;
  }
}
