package dev.callsheet.linter.internal.stream;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.input.DecodedText;
import java.io.IOException;
import java.util.Arrays;

/** A byte range of a source with some of its surroundings, for excerpts. */
final class ByteWindow {
  private final long start;
  private final byte[] bytes;

  private ByteWindow(long begin, byte[] bytes) {
    this.start = begin;
    this.bytes = bytes;
  }

  /**
   * The bytes from {@code from} to {@code to}, and so many before them, from {@code start} on, and
   * behind them.
   */
  static ByteWindow of(ByteSource source, long start, long from, long to, int context)
      throws IOException {
    long begin = Math.max(start, from - context);
    int length = Math.toIntExact(Math.min(source.size(), to + context) - begin);
    byte[] bytes = new byte[length];
    int there = 0;
    while (there < length) {
      int read = source.read(begin + there, bytes, there, length - there);
      if (read <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
      there += read;
    }
    int broken = begin == start ? 0 : incompletePrefixLength(bytes);
    return new ByteWindow(begin + broken, Arrays.copyOfRange(bytes, broken, length));
  }

  /** Where the window begins in the source. */
  long start() {
    return start;
  }

  /** The window as text. */
  DecodedText decodedText() {
    return DecodedText.ofUtf8(bytes);
  }

  /**
   * The offsets in the text, in chars, of positions in the source.
   *
   * @param positions in ascending order; all before them must be valid UTF-8
   */
  int[] charOffsets(long... positions) {
    int[] offsets = new int[positions.length];
    int chars = 0;
    int at = 0;
    for (int i = 0; i < positions.length; i++) {
      int end = Math.toIntExact(positions[i] - start);
      for (; at < end; at++) {
        int b = bytes[at] & 0xFF;
        if ((b & 0xC0) != 0x80) {
          chars += b >= 0xF0 ? 2 : 1;
        }
      }
      offsets[i] = chars;
    }
    return offsets;
  }

  /** How many leading bytes belong to a character or a line break that begins before them. */
  private static int incompletePrefixLength(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && ((bytes[at] & 0xC0) == 0x80 || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }
}
