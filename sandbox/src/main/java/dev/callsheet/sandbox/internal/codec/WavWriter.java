package dev.callsheet.sandbox.internal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound in WAV, of 16 bits. */
public final class WavWriter {
  private static final int HEADER = 44;

  private WavWriter() {}

  /** The file of a sound. */
  public static byte[] write(Sound sound) {
    int frame = 2 * sound.channels();
    int size = Math.toIntExact(sound.sampleCount() * frame);
    ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put(text("RIFF")).putInt(HEADER - 8 + size).put(text("WAVEfmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) sound.channels()).putInt(sound.sampleRate());
    file.putInt(sound.sampleRate() * frame).putShort((short) frame).putShort((short) 16);
    file.put(text("data")).putInt(size);
    for (long i = 0; i < sound.sampleCount(); i++) {
      short sample = (short) sound.sample(i);
      for (int channel = 0; channel < sound.channels(); channel++) {
        file.putShort(sample);
      }
    }
    return file.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
