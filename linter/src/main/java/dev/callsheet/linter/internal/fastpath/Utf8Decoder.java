package dev.callsheet.linter.internal.fastpath;

/** Decodes characters of several bytes. */
final class Utf8Decoder {
  private Utf8Decoder() {}

  /** The length of a character in bytes, by its first byte; 0 when no character begins so. */
  static int sequenceLength(int first) {
    int lead = first & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  /** The code point of {@code length} bytes at {@code at}; negative when it is invalid. */
  static int decode(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xFF;
    int character = length == 1 ? lead : lead & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i];
      if ((next & 0xC0) != 0x80) {
        return -1;
      }
      character = character << 6 | (next & 0x3F);
    }
    boolean overlong = length == 3 ? character < 0x800 : length == 4 && character < 0x10000;
    boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
    return overlong || surrogate || character > Character.MAX_CODE_POINT ? -1 : character;
  }
}
