package dev.callsheet.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them: three digits that count. */
public final class FigureFormat {
  private FigureFormat() {}

  /** A number and its unit. */
  public static String of(double value, String unit) {
    int decimals = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f%s", value, unit);
  }

  /** How many times as much. */
  public static String times(double value) {
    return of(value, " x");
  }
}
