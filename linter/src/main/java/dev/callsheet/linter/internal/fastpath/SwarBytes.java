package dev.callsheet.linter.internal.fastpath;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one lowest. */
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
   * Where from {@code from} on the first byte stands that is not an ordinary character of a string:
   * a quote, a backslash, a control character or part of a longer one. May end early, at most eight
   * bytes before {@code to}.
   */
  static int indexOfSpecial(byte[] bytes, int from, int to) {
    int at = from;
    while (at + WORD_BYTES <= to) {
      long odd = specialBytes(wordAt(bytes, at));
      if (odd != 0) {
        return at + firstByte(odd);
      }
      at += WORD_BYTES;
    }
    return at;
  }

  /** The high bits of bytes that are not ordinary; those above the first one mean nothing. */
  private static long specialBytes(long word) {
    long control = word - ' ' * LOW_BITS;
    long quote = (word ^ '"' * LOW_BITS) - LOW_BITS;
    long backslash = (word ^ '\\' * LOW_BITS) - LOW_BITS;
    return (word | control | quote | backslash) & HIGH_BITS;
  }

  /** Which byte the lowest bit is in. */
  private static int firstByte(long bits) {
    return Long.numberOfTrailingZeros(bits) >>> 3;
  }

  /** Where between two offsets a byte of ASCII first stands; the second one where it does not. */
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
