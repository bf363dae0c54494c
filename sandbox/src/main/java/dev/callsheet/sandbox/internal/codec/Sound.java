package dev.callsheet.sandbox.internal.codec;

/** A sound, the same on all channels. */
public interface Sound {
  /** Samples a second. */
  int sampleRate();

  /** 1 or 2. */
  int channels();

  /** How many samples each channel has. */
  long sampleCount();

  /** What is heard at a time, in samples from the start; in Hz, 0 for nothing. */
  double pitch(long sample);

  /** A sample of 16 bits. */
  int sample(long index);
}
