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
 * @param framesPerSecond of a video, at least 1; fewer than asked for where it is long and large
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

  /** Of all frames of a video together: ten seconds of 3840 × 2160 at 60 frames a second. */
  private static final long MOST_PIXELS = 5_000_000_000L;

  /**
   * Keeps within what can be made in a moment and held in memory. How long it is stays as it is,
   * since that is what is paid for; so does the size, as long as one frame a second will do.
   */
  public SampleDescription {
    prompt = prompt.length() <= LONGEST_PROMPT ? prompt : prompt.substring(0, LONGEST_PROMPT);
    width = Math.max(1, Math.min(LARGEST, width));
    height = Math.max(1, Math.min(LARGEST, height));
    milliseconds = Math.max(1, Math.min(LONGEST, milliseconds));
    long seconds = (milliseconds + 999) / 1000;
    long pixels = MOST_PIXELS / seconds;
    if ((long) width * height > pixels) {
      double scale = Math.sqrt((double) pixels / ((long) width * height));
      width = (int) Math.max(1, width * scale);
      height = (int) Math.max(1, Math.min((long) (height * scale), pixels / width));
    }
    long frames = Math.min(MOST_FRAMES / seconds, pixels / ((long) width * height));
    framesPerSecond = (int) Math.max(1, Math.min(frames, framesPerSecond));
  }

  /** Random numbers that are the same for the same prompt, model and seed. */
  SplittableRandom random() {
    return new SplittableRandom(31L * (31L * model.hashCode() + prompt.hashCode()) + seed);
  }
}
