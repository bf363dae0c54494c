package dev.callsheet.runtime.internal.duration;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Ogg (RFC 3533) with Vorbis or Opus: pages that say how many samples have been played at their
 * end. The first page of a stream says what it holds, the last one how long it is.
 */
final class OggFile {
  private static final int OPUS_RATE = 48_000;

  private OggFile() {}

  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    long stream = -1;
    long rate = 0;
    long before = 0;
    long samples = 0;
    while (hasPage(in)) {
      in.skip(2);
      long position = in.littleEndian(8);
      long serial = in.littleEndian(4);
      in.skip(8);
      int size = pageSize(in);
      if (stream < 0) {
        String start = new String(in.bytes(size), StandardCharsets.ISO_8859_1);
        if (start.startsWith("OpusHead") && size >= 12) {
          stream = serial;
          rate = OPUS_RATE;
          before = littleEndian(start, 10, 2);
        } else if (start.startsWith("\u0001vorbis") && size >= 16) {
          stream = serial;
          rate = littleEndian(start, 12, 4);
        } else {
          return Optional.empty();
        }
      } else {
        in.skip(size);
        samples = serial == stream && position >= 0 ? position : samples;
      }
    }
    return MediaDuration.seconds(Math.max(0, samples - before), rate);
  }

  private static boolean hasPage(MediaByteReader in) throws IOException {
    int first = in.nextOrEnd();
    if (first >= 0 && !("" + (char) first + in.text(3)).equals("OggS")) {
      throw new EOFException(); // what follows is no page: the file is damaged
    }
    return first >= 0;
  }

  private static int pageSize(MediaByteReader in) throws IOException {
    int size = 0;
    for (byte segment : in.bytes((int) in.number(1))) {
      size += segment & 0xff;
    }
    return size;
  }

  private static long littleEndian(String bytes, int from, int length) {
    long number = 0;
    for (int i = from + length - 1; i >= from; i--) {
      number = number << 8 | bytes.charAt(i);
    }
    return number;
  }
}
