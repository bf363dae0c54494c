package dev.callsheet.sandbox.internal.sample;

import java.util.SplittableRandom;

/**
 * What a sample shows. All of its files follow from this alone, so that equal ones are equal.
 *
 * @param model its identifier
 * @param prompt what was asked for; empty for nothing
 * @param seed of the result
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param milliseconds how long it is, where it is a video or a sound
 * @param framesPerSecond of a video, at least 1
 * @param audio how a sound is sampled
 */
public record SampleDescription(
    String model,
    String prompt,
    long seed,
    int width,
    int height,
    long milliseconds,
    int framesPerSecond,
    AudioSettings audio) {
  /**
   * How a sound is sampled and compressed.
   *
   * @param sampleRate in Hz
   * @param channels 1 or 2
   * @param kilobits a second, for formats that have bit rates
   */
  public record AudioSettings(int sampleRate, int channels, int kilobits) {
    /** What is made where nothing is asked for. */
    public static final AudioSettings USUAL = new AudioSettings(44_100, 2, 128);
  }

  /** More than that is not made of a video or a sound. */
  public static final long LONGEST = 300_000;

  /** Larger pictures than that are not made. */
  public static final int LARGEST = 8192;

  private static final int LONGEST_PROMPT = 1000;
  private static final int MOST_FRAMES = 4500;

  /** Keeps within what can be made in a moment. */
  public SampleDescription {
    prompt = prompt.length() <= LONGEST_PROMPT ? prompt : prompt.substring(0, LONGEST_PROMPT);
    width = Math.max(1, Math.min(LARGEST, width));
    height = Math.max(1, Math.min(LARGEST, height));
    milliseconds = Math.max(1, Math.min(LONGEST, milliseconds));
    int most = (int) Math.max(1, MOST_FRAMES * 1000L / milliseconds);
    framesPerSecond = Math.max(1, Math.min(most, framesPerSecond));
  }

  /** Random numbers that are the same for the same prompt, model and seed. */
  SplittableRandom random() {
    return new SplittableRandom(31L * (31L * model.hashCode() + prompt.hashCode()) + seed);
  }
}
