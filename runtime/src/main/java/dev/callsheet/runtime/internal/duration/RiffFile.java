package dev.callsheet.runtime.internal.duration;

import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** WAV and AVI: chunks with their type and size, some of which are lists of chunks. */
final class RiffFile {
  private static final long UNKNOWN_SIZE = 0xffff_ffffL;
  private static final long MICROSECONDS = 1_000_000;

  private RiffFile() {}

  /** Of a WAV by its bytes and how many a second takes; of an AVI by its frames. */
  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    in.skip(12);
    long bytesPerSecond = 0;
    while (true) {
      String type = in.text(4);
      long size = in.littleEndian(4);
      switch (type) {
        case "LIST" -> in.skip(4); // its chunks come next
        case "fmt " -> {
          in.skip(8);
          bytesPerSecond = in.littleEndian(4);
          in.skip(padded(size) - 12);
        }
        case "data" -> {
          boolean isOpen = size == 0 || size == UNKNOWN_SIZE;
          return MediaDuration.seconds(
              isOpen ? in.skipAtMost(Long.MAX_VALUE) : size, bytesPerSecond);
        }
        case "avih" -> {
          long microsecondsPerFrame = in.littleEndian(4);
          in.skip(12);
          return MediaDuration.seconds(microsecondsPerFrame * in.littleEndian(4), MICROSECONDS);
        }
        default -> {
          if (in.skipAtMost(padded(size)) < size) {
            throw new EOFException();
          }
        }
      }
    }
  }

  private static long padded(long size) {
    return size + size % 2;
  }
}
