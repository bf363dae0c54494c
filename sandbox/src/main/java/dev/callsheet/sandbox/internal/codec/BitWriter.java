package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;

/** Writes numbers of any length in bits, the most significant bit first. */
final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int current;
  private int used;

  /** Writes the low bits of a value; at most 32. */
  BitWriter bits(int count, long value) {
    for (int i = count - 1; i >= 0; i--) {
      current = (current << 1) | (int) ((value >>> i) & 1);
      if (++used == 8) {
        bytes.write(current);
        current = 0;
        used = 0;
      }
    }
    return this;
  }

  BitWriter flag(boolean value) {
    return bits(1, value ? 1 : 0);
  }

  /** A number from 0 in Exp-Golomb code, {@code ue(v)} of H.264. */
  BitWriter unsigned(int value) {
    int length = 32 - Integer.numberOfLeadingZeros(value + 1);
    return bits(length - 1, 0).bits(length, value + 1);
  }

  /** A number in Exp-Golomb code, {@code se(v)} of H.264. */
  BitWriter signed(int value) {
    return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
  }

  /** So many zeros and a one. */
  BitWriter unary(int zeros) {
    for (int i = 0; i < zeros; i++) {
      bits(1, 0);
    }
    return bits(1, 1);
  }

  /** Fills the last byte up with a bit. */
  BitWriter align(int filling) {
    while (used != 0) {
      bits(1, filling);
    }
    return this;
  }

  /** What was written; whole bytes. */
  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
