package dev.callsheet.spec.lint.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time. */
final class Words {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Words() {}

  /** The eight bytes from there on, the first one lowest. */
  static long at(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /**
   * Where from {@code from} on the first byte stands that is not an ordinary character of a string:
   * a quote, a backslash, a control character or part of a longer one. May end early, at most eight
   * bytes before {@code to}.
   */
  static int skipOrdinary(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 8 <= to) {
      long word = at(bytes, at);
      long odd = word | (word - ' ' * EACH) | ((word ^ '"' * EACH) - EACH);
      odd = (odd | ((word ^ '\\' * EACH) - EACH)) & HIGH;
      if (odd != 0) {
        return at + (Long.numberOfTrailingZeros(odd) >>> 3);
      }
      at += 8;
    }
    return at;
  }
}
