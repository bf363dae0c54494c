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

  private final int sampleRate;
  private final int channels;
  private final long sampleCount;
  private final double[] pitches = new double[NOTES];

  SampleMelody(SampleDescription description) {
    this(description, rate -> rate >= 1000 && rate <= 192_000);
  }

  /** The same in a format that has such sample rates only; otherwise it is the usual one. */
  SampleMelody(SampleDescription description, IntPredicate isRate) {
    SampleDescription.AudioSettings audio = description.audio();
    this.sampleRate =
        isRate.test(audio.sampleRate())
            ? audio.sampleRate()
            : SampleDescription.AudioSettings.USUAL.sampleRate();
    this.channels = audio.channels() == 1 ? 1 : 2;
    this.sampleCount = Math.max(1, description.milliseconds() * sampleRate / 1000);
    SplittableRandom random = description.random();
    for (int i = 0; i < NOTES; i++) {
      pitches[i] = LOWEST * Math.pow(2, SCALE[random.nextInt(SCALE.length)] / 12.0);
    }
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
