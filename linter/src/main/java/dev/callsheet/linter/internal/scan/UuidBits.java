package dev.callsheet.linter.internal.scan;

import java.util.UUID;

/** The 128 bits of a UUID, read from its 36 characters without an object for each. */
public final class UuidBits {
  /** How long a UUID is when it is written down. */
  public static final int LENGTH = 36;

  private static final int GROUP_ENDS = (1 << 8) | (1 << 13) | (1 << 18) | (1 << 23);

  private static final byte[] DIGITS = new byte[128];

  static {
    for (int c = 0; c < DIGITS.length; c++) {
      DIGITS[c] = (byte) Character.digit(c, 16);
    }
  }

  private long high;
  private long low;

  /** Reads the text between two offsets, in capitals or not; false when it is no UUID. */
  public boolean read(byte[] text, int from, int to) {
    if (to - from != LENGTH) {
      return false;
    }
    long upper = 0;
    long lower = 0;
    for (int i = 0; i < LENGTH; i++) {
      byte c = text[from + i];
      if (i < 24 && (GROUP_ENDS & (1 << i)) != 0) {
        if (c != '-') {
          return false;
        }
        continue;
      }
      int digit = c < 0 ? -1 : DIGITS[c];
      if (digit < 0) {
        return false;
      }
      if (i < 18) {
        upper = (upper << 4) | digit;
      } else {
        lower = (lower << 4) | digit;
      }
    }
    high = upper;
    low = lower;
    return true;
  }

  /** The first 64 bits. */
  public long high() {
    return high;
  }

  /** The last 64 bits. */
  public long low() {
    return low;
  }

  @Override
  public String toString() {
    return new UUID(high, low).toString();
  }
}
