package dev.callsheet.sandbox.internal.media;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** The aspect ratios that there are samples of. */
public enum SampleAspectRatio {
  LANDSCAPE(640, 360),
  SQUARE(480, 480),
  PORTRAIT(360, 640);

  private final int width;
  private final int height;

  SampleAspectRatio(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** The frame whose aspect ratio is nearest to that of a size in pixels, both at least 1. */
  public static SampleAspectRatio nearest(int width, int height) {
    double wanted = Math.log((double) width / height);
    return Arrays.stream(values())
        .min(Comparator.comparingDouble(frame -> Math.abs(frame.logRatio() - wanted)))
        .orElseThrow();
  }

  /** Its name in the names of the samples. */
  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  private double logRatio() {
    return Math.log((double) width / height);
  }
}
