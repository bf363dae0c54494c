package dev.callsheet.runtime.internal.duration;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** FLAC (RFC 9639): the first block says how many samples there are, and how many in a second. */
final class FlacFile {
  private static final int BEFORE_RATE = 4 + 4 + 10;

  private FlacFile() {}

  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    in.skip(BEFORE_RATE);
    long packed = in.number(8); // 20 bits of rate, 8 of channels and sample size, 36 of samples
    return MediaDuration.seconds(packed & 0xf_ffff_ffffL, packed >>> 44);
  }
}
