package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A name that is looked for in bytes; its first and last words tell nearly all others apart. */
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

  /** Whether it is what stands from there on, where so many bytes are known to be. */
  boolean isAt(byte[] there, int from) {
    int to = from + bytes.length;
    return SwarBytes.firstWord(there, from, to) == first
        && SwarBytes.lastWord(there, from, to) == last
        && (bytes.length <= 2 * SwarBytes.WORD_BYTES
            || Arrays.equals(bytes, 0, bytes.length, there, from, to));
  }

  /** A number that depends on the bytes between two offsets alone. */
  static int hash(byte[] bytes, int from, int to) {
    long words =
        SwarBytes.firstWord(bytes, from, to) * 31 + SwarBytes.lastWord(bytes, from, to) + to - from;
    return (int) ((words * 0x9E3779B97F4A7C15L) >>> 32);
  }

  /** The same, of itself. */
  int hash() {
    return hash(bytes, 0, bytes.length);
  }
}
