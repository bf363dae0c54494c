package dev.callsheet.runtime.internal.duration;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * MP3 and its sisters (ISO/IEC 11172-3, 13818-3): frames of a fixed number of samples. The first
 * frame of a file may hold no sound but say how many others there are; else they are counted.
 */
final class MpegAudioFile {
  private static final int TAG_HEADER = 10;
  private static final int FRAME_HEADER = 4;

  private MpegAudioFile() {}

  static Optional<BigDecimal> seconds(MediaByteReader in) throws IOException {
    FrameHeader first = FrameHeader.read(in.bytes(FRAME_HEADER));
    if (first == null) {
      // "ID3", version, flags, and a size of four times seven bits; one byte is there already
      in.skip(1);
      boolean hasFooter = (in.number(1) & 0x10) != 0;
      long size = 0;
      for (byte each : in.bytes(4)) {
        size = size << 7 | (each & 0x7f);
      }
      in.skip(size + (hasFooter ? TAG_HEADER : 0));
      first = FrameHeader.read(in.bytes(FRAME_HEADER));
      if (first == null) {
        return Optional.empty();
      }
    }
    String body = in.text(first.length() - FRAME_HEADER);
    long announced = announcedFrames(body, first.sideInformation());
    return MediaDuration.seconds(
        (announced > 0 ? announced * first.samples() : first.samples() + countSamples(in)),
        first.sampleRate());
  }

  private static long announcedFrames(String body, int sideInformation) {
    if (body.startsWith("Xing", sideInformation) || body.startsWith("Info", sideInformation)) {
      boolean saysFrames = number(body, sideInformation + 4) % 2 == 1;
      return saysFrames ? number(body, sideInformation + 8) : 0;
    }
    return body.startsWith("VBRI", 32) ? number(body, 32 + 14) : 0;
  }

  /** The samples of all frames that follow; what is no frame is a tag at the end. */
  private static long countSamples(MediaByteReader in) throws IOException {
    long samples = 0;
    byte[] start = new byte[FRAME_HEADER];
    while (true) {
      for (int i = 0; i < FRAME_HEADER; i++) {
        int next = in.nextOrEnd();
        if (next < 0) {
          return samples;
        }
        start[i] = (byte) next;
      }
      FrameHeader frame = FrameHeader.read(start);
      if (frame == null) {
        return samples;
      }
      samples += frame.samples();
      in.skipAtMost(frame.length() - FRAME_HEADER);
    }
  }

  private static long number(String body, int at) {
    if (at + 4 > body.length()) {
      return 0;
    }
    return (long) body.charAt(at) << 24
        | body.charAt(at + 1) << 16
        | body.charAt(at + 2) << 8
        | body.charAt(at + 3);
  }

  /**
   * What a frame says of itself.
   *
   * @param length in bytes, this header included
   * @param sideInformation how many bytes stand between the header and the sound
   */
  private record FrameHeader(int samples, int sampleRate, int length, int sideInformation) {
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    /** In kilobits a second, of versions 1 and 2 by layer. */
    private static final int[][] BIT_RATES = {
      {32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
      {32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
      {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
      {32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
      {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };

    /** From four bytes; null where these begin no frame. */
    static @Nullable FrameHeader read(byte[] bytes) {
      int version = bytes[1] >> 3 & 3; // 3: version 1, 2: version 2, 0: version 2.5
      int layer = 4 - (bytes[1] >> 1 & 3);
      int bitRate = bytes[2] >> 4 & 15;
      int rate = bytes[2] >> 2 & 3;
      boolean isFrame =
          (bytes[0] & 0xff) == 0xff
              && (bytes[1] & 0xe0) == 0xe0
              && version != 1
              && layer != 4
              && bitRate > 0
              && bitRate < 15
              && rate < 3;
      if (!isFrame) {
        return null;
      }
      boolean isVersion1 = version == 3;
      int sampleRate = SAMPLE_RATES[rate] >> (isVersion1 ? 0 : version == 2 ? 1 : 2);
      int row = isVersion1 ? layer - 1 : layer == 1 ? 3 : 4;
      int samples = layer == 1 ? 384 : layer == 3 && !isVersion1 ? 576 : 1152;
      int slot = layer == 1 ? 4 : 1;
      int padding = bytes[2] >> 1 & 1;
      int slots = samples / 8 / slot * BIT_RATES[row][bitRate - 1] * 1000 / sampleRate + padding;
      boolean isMono = (bytes[3] >> 6 & 3) == 3;
      int side = isVersion1 ? (isMono ? 17 : 32) : (isMono ? 9 : 17);
      return new FrameHeader(samples, sampleRate, slots * slot, side);
    }
  }
}
