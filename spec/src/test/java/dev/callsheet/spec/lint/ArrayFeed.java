package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;

/** Bytes that are in memory already. */
final class ArrayFeed implements Feed {
  private final byte[] bytes;

  ArrayFeed(byte[] bytes) {
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
