package dev.callsheet.sandbox.internal.codec;

import java.util.Arrays;

/** The arithmetic coder of VP8 (RFC 6386, section 7): bits, each with the probability of a zero. */
final class BoolEncoder {
  private static final int EVEN = 128;

  private byte[] bytes = new byte[1024];
  private int length;
  private int range = 255;
  private int bottom;
  private int bitsToByte = 24;

  /**
   * Writes a bit.
   *
   * @param probability that it is 0, in 256ths from 1 to 255
   */
  void bit(boolean bit, int probability) {
    int split = 1 + (((range - 1) * probability) >> 8);
    if (bit) {
      bottom += split;
      range -= split;
    } else {
      range = split;
    }
    while (range < EVEN) {
      range <<= 1;
      if (bottom < 0) {
        carry();
      }
      bottom <<= 1;
      if (--bitsToByte == 0) {
        append(bottom >>> 24);
        bottom &= 0xFF_FFFF;
        bitsToByte = 8;
      }
    }
  }

  void flag(boolean flag) {
    bit(flag, EVEN);
  }

  /** Writes the low bits of a value, the most significant first, zero as probable as one. */
  void bits(int count, int value) {
    for (int i = count - 1; i >= 0; i--) {
      flag(((value >> i) & 1) == 1);
    }
  }

  private void carry() {
    int i = length - 1;
    while (bytes[i] == (byte) 0xFF) {
      bytes[i--] = 0;
    }
    bytes[i]++;
  }

  private void append(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }

  /** What was written; nothing can be written after it. */
  byte[] finish() {
    for (int i = 0; i < 32; i++) {
      flag(false);
    }
    return Arrays.copyOf(bytes, length);
  }
}
