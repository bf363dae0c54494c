package dev.callsheet.spec.lint.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first one lowest. */
final class Words {
  /** In bytes. */
  static final int LENGTH = 8;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Words() {}

  private static long at(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** The first eight bytes between two offsets, or as many as there are. */
  static long first(byte[] bytes, int from, int to) {
    if (to - from >= LENGTH) {
      return at(bytes, from);
    }
    if (from + LENGTH <= bytes.length) {
      return at(bytes, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
    }
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = (word << Byte.SIZE) | (bytes[i] & 0xFF);
    }
    return word;
  }

  /** The last eight bytes between two offsets, or as many as there are. */
  static long last(byte[] bytes, int from, int to) {
    return to - from >= LENGTH ? at(bytes, to - LENGTH) : first(bytes, from, to);
  }

  /**
   * Where from {@code from} on the first byte stands that is not an ordinary character of a string:
   * a quote, a backslash, a control character or part of a longer one. May end early, at most eight
   * bytes before {@code to}.
   */
  static int skipOrdinary(byte[] bytes, int from, int to) {
    int at = from;
    while (at + LENGTH <= to) {
      long odd = notOrdinary(at(bytes, at));
      if (odd != 0) {
        return at + firstByte(odd);
      }
      at += LENGTH;
    }
    return at;
  }

  /** The high bits of bytes that are not ordinary; those above the first one mean nothing. */
  private static long notOrdinary(long word) {
    long control = word - ' ' * EACH;
    long quote = (word ^ '"' * EACH) - EACH;
    long backslash = (word ^ '\\' * EACH) - EACH;
    return (word | control | quote | backslash) & HIGH;
  }

  /** Which byte the lowest bit is in. */
  private static int firstByte(long bits) {
    return Long.numberOfTrailingZeros(bits) >>> 3;
  }

  /** Where between two offsets a byte of ASCII first stands; the second one where it does not. */
  static int find(int wanted, byte[] bytes, int from, int to) {
    long pattern = wanted * EACH;
    int at = from;
    for (; at + LENGTH <= to; at += LENGTH) {
      long differing = at(bytes, at) ^ pattern;
      long equal = (differing - EACH) & ~differing & HIGH;
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
