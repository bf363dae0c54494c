package dev.callsheet.sandbox.internal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sound in FLAC (RFC 9639), of 16 bits: each sample is predicted from the two before it, and what
 * is left is written in Rice code. The channels are equal; the second is written as the difference.
 */
public final class FlacEncoder {
  /** How many samples are in a frame; the last may have fewer. */
  static final int BLOCK = 4096;

  private static final int STREAM_INFO_LENGTH = 34;
  private static final int SYNC = 0x3FFE;
  private static final int LEFT_AND_DIFFERENCE = 8;
  private static final int PREDICTED_FROM_TWO = 0b001010;
  private static final int ORDER = 2;
  private static final int MAX_PARAMETER = 14;

  private final Sound sound;

  FlacEncoder(Sound sound) {
    this.sound = sound;
  }

  /** The file of a sound. */
  public static byte[] write(Sound sound) {
    FlacEncoder encoder = new FlacEncoder(sound);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(encoder.streamInfo(true));
    for (int i = 0; i < encoder.frameCount(); i++) {
      file.writeBytes(encoder.frame(i));
    }
    return file.toByteArray();
  }

  int frameCount() {
    return (int) ((sound.sampleCount() + BLOCK - 1) / BLOCK);
  }

  /** How many samples are in a frame. */
  int length(int frame) {
    return (int) Math.min(BLOCK, sound.sampleCount() - (long) frame * BLOCK);
  }

  /** The block of metadata that every stream begins with. */
  byte[] streamInfo(boolean isLastBlock) {
    BitWriter out = new BitWriter();
    out.flag(isLastBlock).bits(7, 0).bits(24, STREAM_INFO_LENGTH);
    out.bits(16, BLOCK).bits(16, BLOCK).bits(24, 0).bits(24, 0); // sizes of frames are not told
    out.bits(20, sound.sampleRate()).bits(3, sound.channels() - 1L).bits(5, 15);
    out.bits(4, sound.sampleCount() >>> 32).bits(32, sound.sampleCount());
    return Arrays.copyOf(out.toByteArray(), 4 + STREAM_INFO_LENGTH); // its checksum is not told
  }

  /** A frame, by its number from 0. */
  byte[] frame(int number) {
    int length = length(number);
    boolean isStereo = sound.channels() == 2;
    BitWriter header = new BitWriter();
    header.bits(14, SYNC).bits(2, 0).bits(4, 7).bits(4, 0);
    header.bits(4, isStereo ? LEFT_AND_DIFFERENCE : 0).bits(3, 4).bits(1, 0);
    for (byte each : Character.toString(number).getBytes(StandardCharsets.UTF_8)) {
      header.bits(8, each);
    }
    header.bits(16, length - 1L);
    header.bits(8, Checksum.OF_FLAC_HEADER.of(header.toByteArray()));
    samples(header, (long) number * BLOCK, length);
    if (isStereo) {
      header.bits(8, 0).bits(17, 0); // a constant, no difference
    }
    byte[] frame = header.align(0).toByteArray();
    return ByteBuffer.allocate(frame.length + 2)
        .put(frame)
        .putShort((short) Checksum.OF_FLAC_FRAME.of(frame))
        .array();
  }

  private void samples(BitWriter out, long start, int length) {
    int[] samples = new int[length];
    for (int i = 0; i < length; i++) {
      samples[i] = sound.sample(start + i);
    }
    if (length <= ORDER) {
      out.bits(8, 0b0000_0010); // as they are
      for (int sample : samples) {
        out.bits(16, sample);
      }
      return;
    }
    out.bits(8, PREDICTED_FROM_TWO << 1).bits(16, samples[0]).bits(16, samples[1]);
    int[] rest = new int[length - ORDER];
    long sum = 0;
    for (int i = ORDER; i < length; i++) {
      int left = samples[i] - 2 * samples[i - 1] + samples[i - 2];
      rest[i - ORDER] = left >= 0 ? 2 * left : -2 * left - 1;
      sum += rest[i - ORDER];
    }
    int parameter = 0;
    while (parameter < MAX_PARAMETER && (long) rest.length << (parameter + 1) < sum) {
      parameter++;
    }
    out.bits(2, 0).bits(4, 0).bits(4, parameter);
    for (int each : rest) {
      out.unary(each >> parameter).bits(parameter, each);
    }
  }
}
