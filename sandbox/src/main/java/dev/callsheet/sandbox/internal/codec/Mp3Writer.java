package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sound in MP3 that is one pitch at a time: of the 576 frequencies of a granule, the one nearest
 * to the pitch is 1 or -1, all others are 0. From one granule to the next the wave of the n-th
 * frequency turns by 2n + 1 quarters, which decides the sign. Channels are equal. A frame is as
 * long as the bit rate has it, and what it does not need is filled with zeros. The first frame
 * holds no sound; it says how many there are.
 */
public final class Mp3Writer {
  private static final int GRANULE = 576;
  private static final int GAIN = 204;
  private static final int INFO_HAS_FRAMES = 1;

  /** What the pitches of a frame take at most, in bytes, as long as they are not above 2 kHz. */
  private static final int ROOM = 36;

  /** The sample rates of MPEG-1, which MPEG-2 has halves of, and MPEG-2.5 quarters. */
  private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

  private static final int[] BIT_RATES_1 = {
    32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] BIT_RATES_2 = {
    8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  private final Sound sound;

  /** 1 for MPEG-1, 2 for MPEG-2, 4 for MPEG-2.5: by what the sample rate is divided. */
  private final int divisor;

  private final int rateIndex;
  private final int bitRateIndex;
  private final int frameLength;
  private final int granules;
  private final int sideLength;

  private Mp3Writer(Sound sound, int kilobits) {
    this.sound = sound;
    this.divisor = divisor(sound.sampleRate());
    int index = 0;
    while (SAMPLE_RATES[index] / divisor != sound.sampleRate()) {
      index++;
    }
    this.rateIndex = index;
    this.granules = divisor == 1 ? 2 : 1;
    boolean isMono = sound.channels() == 1;
    this.sideLength = divisor == 1 ? (isMono ? 17 : 32) : (isMono ? 9 : 17);
    int[] bitRates = divisor == 1 ? BIT_RATES_1 : BIT_RATES_2;
    int best = bitRates.length - 1;
    for (int i = best - 1; i >= 0; i--) {
      boolean isNearer = Math.abs(bitRates[i] - kilobits) < Math.abs(bitRates[best] - kilobits);
      best = isNearer && frameLength(bitRates[i]) >= 4 + sideLength + ROOM ? i : best;
    }
    this.bitRateIndex = best + 1;
    this.frameLength = frameLength(bitRates[best]);
  }

  private int frameLength(int kilobits) {
    return granules * 72 * 1000 * kilobits / sound.sampleRate();
  }

  /** Whether there is MP3 of that sample rate. */
  public static boolean hasSampleRate(int rate) {
    return divisor(rate) > 0;
  }

  private static int divisor(int rate) {
    for (int divisor = 1; divisor <= 4; divisor *= 2) {
      for (int each : SAMPLE_RATES) {
        if (each / divisor == rate) {
          return divisor;
        }
      }
    }
    return 0;
  }

  /**
   * The file of a sound, whose sample rate is one of MP3.
   *
   * @param kilobits a second; the nearest that there is
   */
  public static byte[] write(Sound sound, int kilobits) {
    return new Mp3Writer(sound, kilobits).file();
  }

  private byte[] file() {
    int samples = granules * GRANULE;
    int count = (int) ((sound.sampleCount() + samples - 1) / samples);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(info(count));
    for (int i = 0; i < count; i++) {
      file.writeBytes(frame(i));
    }
    return file.toByteArray();
  }

  private BitWriter header() {
    BitWriter out = new BitWriter();
    int version = divisor == 1 ? 3 : divisor == 2 ? 2 : 0;
    out.bits(11, 0x7FF).bits(2, version).bits(2, 1).bits(1, 1); // layer III, no checksum
    out.bits(4, bitRateIndex).bits(2, rateIndex).bits(2, 0);
    return out.bits(2, sound.channels() == 1 ? 3 : 0).bits(6, 4); // an original
  }

  private byte[] info(int frames) {
    BitWriter out = header();
    for (int i = 0; i < sideLength; i++) {
      out.bits(8, 0);
    }
    for (byte each : "Info".getBytes(StandardCharsets.US_ASCII)) {
      out.bits(8, each);
    }
    out.bits(32, INFO_HAS_FRAMES).bits(32, frames);
    byte[] info = out.toByteArray();
    return Arrays.copyOf(info, Math.max(info.length, frameLength));
  }

  private byte[] frame(int number) {
    int channels = sound.channels();
    boolean isFirst = divisor == 1;
    BitWriter out = header();
    out.bits(isFirst ? 9 : 8, 0);
    out.bits(isFirst ? (channels == 1 ? 5 : 3) : channels, 0);
    out.bits(isFirst ? 4 * channels : 0, 0);
    int[] frequencies = new int[granules];
    for (int granule = 0; granule < granules; granule++) {
      long middle = ((long) number * granules + granule) * GRANULE + GRANULE / 2;
      double pitch = sound.pitch(middle);
      int frequency =
          pitch <= 0 ? -1 : (int) Math.min(GRANULE - 2, pitch * 2 * GRANULE / sound.sampleRate());
      frequencies[granule] = frequency;
      for (int channel = 0; channel < channels; channel++) {
        out.bits(12, dataLength(frequency)).bits(9, pairs(frequency)).bits(8, GAIN);
        out.bits(isFirst ? 4 : 9, 0).bits(1, 0); // no scale factors, long windows
        out.bits(15, (1 << 10) | (1 << 5) | 1).bits(4, 0).bits(3, 0); // table 1 everywhere
        out.bits(isFirst ? 3 : 2, 0);
      }
    }
    for (int granule = 0; granule < granules; granule++) {
      for (int channel = 0; channel < channels; channel++) {
        spectrum(out, frequencies[granule], (long) number * granules + granule);
      }
    }
    return Arrays.copyOf(out.align(0).toByteArray(), frameLength);
  }

  /** How many pairs of frequencies are told. */
  private static int pairs(int frequency) {
    return frequency < 0 ? 0 : frequency / 2 + 1;
  }

  /** In bits: one for each pair of zeros, and what {@link #spectrum} writes behind them. */
  private static int dataLength(int frequency) {
    return frequency < 0 ? 0 : frequency / 2 + (frequency % 2 == 0 ? 2 : 3) + 1;
  }

  private static void spectrum(BitWriter out, int frequency, long granule) {
    if (frequency < 0) {
      return;
    }
    for (int i = 0; i < frequency / 2; i++) {
      out.bits(1, 1);
    }
    out.bits(frequency % 2 == 0 ? 2 : 3, 1); // the first of the pair is 1, or the second
    long quarters = (2L * frequency + 1) * granule % 4;
    out.flag(quarters == 1 || quarters == 2);
  }
}
