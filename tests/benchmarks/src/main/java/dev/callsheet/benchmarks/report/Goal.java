package dev.callsheet.benchmarks.report;

/**
 * What a figure was meant to be.
 *
 * @param what it says
 * @param wanted the figure wanted
 * @param measured the figure measured
 * @param atLeast whether more than wanted is fine; otherwise less is
 * @param unit of both
 */
public record Goal(String what, double wanted, double measured, boolean atLeast, String unit) {
  /** A figure that must not be lower. */
  public static Goal atLeast(String what, double wanted, double measured, String unit) {
    return new Goal(what, wanted, measured, true, unit);
  }

  /** A figure that must not be higher. */
  public static Goal atMost(String what, double wanted, double measured, String unit) {
    return new Goal(what, wanted, measured, false, unit);
  }

  /** Whether it is. */
  public boolean isReached() {
    return atLeast ? measured >= wanted : measured <= wanted;
  }

  String[] row() {
    return new String[] {
      what,
      (atLeast ? "at least " : "at most ") + Figures.of(wanted, unit),
      Figures.of(measured, unit),
      isReached() ? "reached" : "**missed**"
    };
  }
}
