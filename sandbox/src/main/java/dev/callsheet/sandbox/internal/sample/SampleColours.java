package dev.callsheet.sandbox.internal.sample;

import java.util.SplittableRandom;

/**
 * The colours of a sample, by its seed: a dark ground, a lighter shade of it, and a bright one.
 *
 * @param ground as {@code 0xRRGGBB}, like the others
 */
record SampleColours(int ground, int shade, int bright) {
  static final int TEXT = 0xFFFFFF;

  static SampleColours of(SampleDescription description) {
    SplittableRandom random = description.random();
    double hue = random.nextDouble();
    return new SampleColours(
        colour(hue, 0.55, 0.16), colour(hue, 0.55, 0.25), colour(hue + 0.12, 0.75, 0.66));
  }

  /**
   * A colour by hue, saturation and lightness.
   *
   * @param hue in turns, from 0; red is 0
   * @param saturation from 0 to 1
   * @param lightness from 0 to 1
   */
  private static int colour(double hue, double saturation, double lightness) {
    double chroma = saturation * Math.min(lightness, 1 - lightness);
    int colour = 0;
    for (int offset : new int[] {0, 8, 4}) {
      double k = (offset + hue * 12) % 12;
      double part = lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
      colour = (colour << 8) | (int) Math.round(part * 255);
    }
    return colour;
  }
}
