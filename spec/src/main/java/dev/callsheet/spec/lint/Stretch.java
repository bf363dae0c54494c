package dev.callsheet.spec.lint;

import dev.callsheet.spec.lint.scan.Feed;
import java.io.IOException;
import java.util.Arrays;

/** A part of a feed with some of what stands around it, for excerpts. */
final class Stretch {
  /** More than an excerpt shows, in bytes. */
  private static final int AROUND = 1024;

  private final long begin;
  private final byte[] bytes;

  private Stretch(long begin, byte[] bytes) {
    this.begin = begin;
    this.bytes = bytes;
  }

  /** The bytes between two positions of a feed, and those around them from {@code start} on. */
  static Stretch of(Feed feed, long start, long from, long to) throws IOException {
    long begin = Math.max(start, from - AROUND);
    int length = Math.toIntExact(Math.min(feed.size(), to + AROUND) - begin);
    byte[] bytes = new byte[length];
    int there = 0;
    while (there < length) {
      int read = feed.read(begin + there, bytes, there, length - there);
      if (read <= 0) {
        throw new IOException("the file became shorter while it was read");
      }
      there += read;
    }
    int broken = begin == start ? 0 : broken(bytes);
    return new Stretch(begin + broken, Arrays.copyOfRange(bytes, broken, length));
  }

  /** Where it begins in the feed. */
  long begin() {
    return begin;
  }

  /** The text, and the places in it that are none. */
  Decoding decoded() {
    return Decoding.ofUtf8(bytes);
  }

  /**
   * The offsets in the text of positions in the feed.
   *
   * @param positions in ascending order; all before them must be valid UTF-8
   */
  int[] offsets(long... positions) {
    int[] offsets = new int[positions.length];
    int chars = 0;
    int at = 0;
    for (int i = 0; i < positions.length; i++) {
      int end = Math.toIntExact(positions[i] - begin);
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

  /** How many bytes in front belong to a character or a line break that has begun before. */
  private static int broken(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && ((bytes[at] & 0xC0) == 0x80 || bytes[at] == '\n')) {
      at++;
    }
    return at;
  }
}
