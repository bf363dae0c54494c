package dev.callsheet.sandbox.internal.codec;

/** A cyclic redundancy check of up to 32 bits that starts at 0, the highest bit first. */
final class Checksum {
  static final Checksum OF_FLAC_HEADER = new Checksum(8, 0x07);
  static final Checksum OF_FLAC_FRAME = new Checksum(16, 0x8005);
  static final Checksum OF_OGG_PAGE = new Checksum(32, 0x04C1_1DB7);

  private final int bits;
  private final int[] table = new int[256];

  private Checksum(int bits, int polynomial) {
    this.bits = bits;
    int aligned = polynomial << (32 - bits);
    for (int i = 0; i < table.length; i++) {
      int value = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        value = value < 0 ? (value << 1) ^ aligned : value << 1;
      }
      table[i] = value;
    }
  }

  /** The check of some bytes, in its low bits. */
  int of(byte[] bytes) {
    int value = 0;
    for (byte each : bytes) {
      value = (value << 8) ^ table[((value >>> 24) ^ each) & 0xFF];
    }
    return value >>> (32 - bits);
  }
}
