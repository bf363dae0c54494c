package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name to be compared with bytes, by its first and last eight bytes. For names of up to 16 bytes
 * that is an exact comparison.
 */
final class Utf8Name {
  private final byte[] bytes;
  private final long first;
  private final long last;

  Utf8Name(String name) {
    this.bytes = name.getBytes(StandardCharsets.UTF_8);
    this.first = SwarBytes.firstWord(bytes, 0, bytes.length);
    this.last = SwarBytes.lastWord(bytes, 0, bytes.length);
  }

  /** In bytes. */
  int length() {
    return bytes.length;
  }

  /** Whether the bytes at {@code from} are this name; at least its length must be there. */
  boolean isAt(byte[] other, int from) {
    int to = from + bytes.length;
    return SwarBytes.firstWord(other, from, to) == first
        && SwarBytes.lastWord(other, from, to) == last
        && (bytes.length <= 2 * SwarBytes.WORD_BYTES
            || Arrays.equals(bytes, 0, bytes.length, other, from, to));
  }

  /**
   * A hash of the bytes between two offsets: by length, first, last and, for more than 16 bytes,
   * middle word, mixed by multiplication with 2^64 divided by the golden ratio (Fibonacci hashing,
   * Knuth, TAOCP 3, 6.4). Only the highest bits depend on all bytes.
   */
  static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long words =
        SwarBytes.firstWord(bytes, from, to) * 31 + SwarBytes.lastWord(bytes, from, to) + length;
    if (length > 2 * SwarBytes.WORD_BYTES) {
      int middle = from + (length - SwarBytes.WORD_BYTES) / 2;
      words = words * 31 + SwarBytes.firstWord(bytes, middle, to);
    }
    return (int) ((words * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /** The hash of this name. */
  int hash() {
    return hash(bytes, 0, bytes.length);
  }
}
