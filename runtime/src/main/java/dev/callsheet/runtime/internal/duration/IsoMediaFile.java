package dev.callsheet.runtime.internal.duration;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** MP4, MOV and M4A (ISO/IEC 14496-12): nested boxes, each with its size and its type. */
final class IsoMediaFile {
  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;

  private IsoMediaFile() {}

  /** From the movie's header; a movie of fragments may have it among what extends the header. */
  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    long timescale = 0;
    while (true) {
      long size = in.number(4);
      String type = in.text(4);
      int header = HEADER;
      if (size == 1) {
        size = in.number(8);
        header = LONG_HEADER;
      }
      long end = in.position() - header + size;
      switch (type) {
        case "moov", "mvex" -> {} // what is in them comes next
        case "mvhd" -> {
          boolean isLong = skipVersion(in);
          in.skip(isLong ? 16 : 8);
          timescale = in.number(4);
          long duration = duration(in, isLong);
          if (duration != 0) {
            return MediaDuration.seconds(duration, timescale);
          }
          in.skip(end - in.position());
        }
        case "mehd" -> {
          return MediaDuration.seconds(duration(in, skipVersion(in)), timescale);
        }
        default -> {
          if (size < header || type.equals("moof")) {
            return Optional.empty();
          }
          in.skip(size - header);
        }
      }
    }
  }

  /** Whether the box is of the version with long numbers. */
  private static boolean skipVersion(MediaByteReader in) throws IOException {
    return in.number(4) >>> 24 == 1;
  }

  /** Of all ones, the duration is not known. */
  private static long duration(MediaByteReader in, boolean isLong) throws IOException {
    long duration = in.number(isLong ? 8 : 4);
    return duration == (isLong ? -1 : 0xffff_ffffL) ? 0 : duration;
  }
}
