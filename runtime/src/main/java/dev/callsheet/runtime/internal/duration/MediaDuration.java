package dev.callsheet.runtime.internal.duration;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out how long a video or an audio is. Containers say so in a header, which is read alone,
 * with one exception: the length of Ogg and MP3 without one is known at their end.
 */
public final class MediaDuration {
  private static final int SIGNATURE_LENGTH = 12;

  /** To the microsecond, rounded half up. */
  private static final int DECIMALS = 6;

  /** Reads the length from a container of one kind; empty where the container leaves it open. */
  @FunctionalInterface
  private interface Reader {
    Optional<BigDecimal> read(MediaByteReader in) throws IOException;
  }

  private MediaDuration() {}

  /**
   * The length in seconds.
   *
   * @param in the media from its first byte; not closed
   * @return empty for what does not last, is of another format, damaged or a live recording
   * @throws IOException if it cannot be read
   */
  public static Optional<BigDecimal> of(InputStream in) throws IOException {
    byte[] start = in.readNBytes(SIGNATURE_LENGTH);
    Optional<Reader> reader = reader(new String(start, StandardCharsets.ISO_8859_1));
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    try {
      return reader
          .get()
          .read(new MediaByteReader(start, in))
          .filter(length -> length.signum() > 0);
    } catch (EOFException truncated) {
      return Optional.empty();
    }
  }

  private static Optional<Reader> reader(String start) {
    if (start.startsWith("ftyp", 4) || start.startsWith("moov", 4)) {
      return Optional.of(IsoMediaFile::seconds);
    }
    if (start.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of(MatroskaFile::seconds);
    }
    if (start.startsWith("RIFF")) {
      return Optional.of(RiffFile::seconds);
    }
    if (start.startsWith("OggS")) {
      return Optional.of(OggFile::seconds);
    }
    if (start.startsWith("fLaC")) {
      return Optional.of(FlacFile::seconds);
    }
    boolean isSynchronized =
        start.length() > 1 && start.charAt(0) == 0xff && (start.charAt(1) & 0xe0) == 0xe0;
    return start.startsWith("ID3") || isSynchronized
        ? Optional.of(MpegAudioFile::seconds)
        : Optional.empty();
  }

  /** So many ticks of a clock; empty where the clock stands still. */
  static Optional<BigDecimal> seconds(long ticks, long ticksPerSecond) {
    return ticksPerSecond == 0
        ? Optional.empty()
        : Optional.of(rounded(unsigned(ticks), unsigned(ticksPerSecond)));
  }

  /** So many nanoseconds. */
  static BigDecimal ofNanos(BigDecimal nanos) {
    return rounded(nanos, BigDecimal.valueOf(1_000_000_000));
  }

  private static BigDecimal rounded(BigDecimal ticks, BigDecimal ticksPerSecond) {
    BigDecimal seconds =
        ticks.divide(ticksPerSecond, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }

  private static BigDecimal unsigned(long number) {
    return new BigDecimal(new BigInteger(Long.toUnsignedString(number)));
  }
}
