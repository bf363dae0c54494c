package dev.callsheet.runtime.internal.duration;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** WebM and Matroska (RFC 9559): nested elements, with ids and sizes of variable length. */
final class MatroskaFile {
  private static final long SEGMENT = 0x18538067L;
  private static final long CLUSTER = 0x1f43b675L;
  private static final long INFO = 0x1549a966L;
  private static final long TIMESTAMP_SCALE = 0x2ad7b1L;
  private static final long DURATION = 0x4489L;
  private static final long DEFAULT_SCALE = 1_000_000;

  private MatroskaFile() {}

  /** From the segment's information, which stands before its clusters. */
  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    while (true) {
      long id = variableLength(in, true);
      long size = variableLength(in, false);
      if (id == INFO) {
        return information(in, in.position() + size);
      }
      if (id == CLUSTER) {
        return Optional.empty();
      }
      if (id != SEGMENT) {
        in.skip(size);
      }
    }
  }

  private static Optional<BigDecimal> information(MediaByteReader in, long end) throws IOException {
    long scale = DEFAULT_SCALE;
    double duration = 0;
    while (in.position() < end) {
      long id = variableLength(in, true);
      int size = (int) Math.min(variableLength(in, false), Integer.MAX_VALUE);
      if (id == TIMESTAMP_SCALE && size <= 8) {
        scale = in.number(size);
      } else if (id == DURATION && (size == 4 || size == 8)) {
        long bits = in.number(size);
        duration = size == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
      } else {
        in.skip(size);
      }
    }
    return Double.isFinite(duration)
        ? Optional.of(
            MediaDuration.ofNanos(BigDecimal.valueOf(duration).multiply(BigDecimal.valueOf(scale))))
        : Optional.empty();
  }

  /** The zeros before the first bit say how many bytes follow; an id keeps that bit. */
  private static long variableLength(MediaByteReader in, boolean keepsMarker) throws IOException {
    int first = in.bytes(1)[0] & 0xff;
    int more = Math.min(Integer.numberOfLeadingZeros(first) - 24, 7);
    long start = keepsMarker ? first : first & ~(0x80 >> more);
    return start << (8 * more) | in.number(more);
  }
}
