package dev.callsheet.sandbox.internal.sample;

import dev.callsheet.sandbox.internal.codec.Sound;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** A melody of a sample's own, four notes a second. */
final class SampleMelody implements Sound {
  /** What is above the lowest note, in semitones: the notes that go together. */
  private static final int[] SCALE = {0, 2, 4, 7, 9, 12, 14, 16};

  private static final double LOWEST = 261.63;
  private static final int NOTES_A_SECOND = 4;
  private static final int NOTES = 16;
  private static final int LOUDNESS = 9000;

  /** Of all channels together, where each takes two bytes: 30 MB. */
  private static final long MOST_SAMPLES = 15_000_000;

  private final int sampleRate;
  private final int channels;
  private final long sampleCount;
  private final double[] pitches = new double[NOTES];

  /**
   * For formats that keep each sample: a long one has a half or a quarter of the sample rate that
   * was asked for, so that it can be held in memory.
   */
  SampleMelody(SampleDescription description) {
    this(description, heldRate(description));
  }

  /** For a format that has such sample rates only; otherwise it is the usual one. */
  SampleMelody(SampleDescription description, IntPredicate isRate) {
    this(description, rate(description, isRate));
  }

  private SampleMelody(SampleDescription description, int sampleRate) {
    this.sampleRate = sampleRate;
    this.channels = channels(description);
    this.sampleCount = Math.max(1, description.milliseconds() * sampleRate / 1000);
    SplittableRandom random = description.random();
    for (int i = 0; i < NOTES; i++) {
      pitches[i] = LOWEST * Math.pow(2, SCALE[random.nextInt(SCALE.length)] / 12.0);
    }
  }

  private static int heldRate(SampleDescription description) {
    int rate = rate(description, asked -> asked >= 1000 && asked <= 192_000);
    while (rate * description.milliseconds() / 1000 * channels(description) > MOST_SAMPLES) {
      rate /= 2;
    }
    return rate;
  }

  private static int rate(SampleDescription description, IntPredicate isRate) {
    int asked = description.audio().sampleRate();
    return isRate.test(asked) ? asked : SampleDescription.AudioSettings.USUAL.sampleRate();
  }

  private static int channels(SampleDescription description) {
    return description.audio().channels() == 1 ? 1 : 2;
  }

  @Override
  public int sampleRate() {
    return sampleRate;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public long sampleCount() {
    return sampleCount;
  }

  @Override
  public double pitch(long sample) {
    return pitches[(int) (sample * NOTES_A_SECOND / sampleRate % NOTES)];
  }

  /** A note swells, fades away, and is silent where the next one begins. */
  @Override
  public int sample(long index) {
    double time = (double) (index * NOTES_A_SECOND % sampleRate) / sampleRate;
    double loudness = Math.min(1, time * 20) * Math.min(1, (1 - time) * 1.5);
    double turns = pitch(index) * time / NOTES_A_SECOND;
    return (int) Math.round(LOUDNESS * loudness * Math.sin(2 * Math.PI * turns));
  }
}
