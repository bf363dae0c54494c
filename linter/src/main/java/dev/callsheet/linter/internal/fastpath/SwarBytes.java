package dev.callsheet.linter.internal.fastpath;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Compares eight bytes at a time, as one {@code long} ("SIMD within a register"): the first byte is
 * the lowest.
 *
 * <p>{@code x = word ^ pattern} is 0 in the bytes that equal the pattern. Subtracting 1 from each
 * byte sets the high bit of those that are 0, and of those above 0x80, which {@code & ~x} removes:
 * so {@code (x - 0x01..01) & ~x & 0x80..80} marks the bytes wanted. A borrow can set a wrong mark
 * only above a right one, so the lowest mark is exact; it is found by counting trailing zeros. In
 * {@link #specialBytes} the term {@code ~x} is left out, as bytes above 0x80 are special
 * themselves; control characters are found by subtracting a space in place of 1.
 *
 * <p>Sources: H. S. Warren, <i>Hacker's Delight</i>, 2nd edition, section 6-1 (find first 0-byte);
 * G. Langdale and D. Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28 (2019), for
 * the search of quotes and backslashes by words. The cost is about eight operations for eight
 * bytes.
 */
final class SwarBytes {
  /** In bytes. */
  static final int WORD_BYTES = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private SwarBytes() {}

  private static long wordAt(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** The first eight bytes between two offsets, or as many as there are. */
  static long firstWord(byte[] bytes, int from, int to) {
    if (to - from >= WORD_BYTES) {
      return wordAt(bytes, from);
    }
    if (from + WORD_BYTES <= bytes.length) {
      return wordAt(bytes, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
    }
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = (word << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return word;
  }

  /** The last eight bytes between two offsets, or as many as there are. */
  static long lastWord(byte[] bytes, int from, int to) {
    return to - from >= WORD_BYTES ? wordAt(bytes, to - WORD_BYTES) : firstWord(bytes, from, to);
  }

  /**
   * The offset of the first byte from {@code from} on that needs care in a string: a quote, a
   * backslash, a control character or part of a character of several bytes. May stop early, less
   * than eight bytes before {@code to}.
   */
  static int indexOfSpecial(byte[] bytes, int from, int to) {
    int at = from;
    while (at + WORD_BYTES <= to) {
      long special = specialBytes(wordAt(bytes, at));
      if (special != 0) {
        return at + firstByte(special);
      }
      at += WORD_BYTES;
    }
    return at;
  }

  /** The high bits of special bytes; bits above the lowest may be wrong. */
  private static long specialBytes(long word) {
    long control = word - ' ' * LOW_BITS;
    long quote = (word ^ '"' * LOW_BITS) - LOW_BITS;
    long backslash = (word ^ '\\' * LOW_BITS) - LOW_BITS;
    return (word | control | quote | backslash) & HIGH_BITS;
  }

  /** The index of the byte that has the lowest bit. */
  private static int firstByte(long bits) {
    return Long.numberOfTrailingZeros(bits) >>> 3;
  }

  /** The offset of the first byte that equals {@code wanted}; {@code to} when there is none. */
  static int indexOf(int wanted, byte[] bytes, int from, int to) {
    long pattern = wanted * LOW_BITS;
    int at = from;
    for (; at + WORD_BYTES <= to; at += WORD_BYTES) {
      long differing = wordAt(bytes, at) ^ pattern;
      long equal = (differing - LOW_BITS) & ~differing & HIGH_BITS;
      if (equal != 0) {
        return at + firstByte(equal);
      }
    }
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
