package dev.callsheet.benchmarks.report;

/**
 * What a figure was meant to be.
 *
 * @param description it says
 * @param target the figure wanted
 * @param measured the figure measured
 * @param atLeast whether more than wanted is fine; otherwise less is
 * @param unit of both
 */
public record PerformanceGoal(
    String description, double target, double measured, boolean atLeast, String unit) {
  /** A figure that must not be lower. */
  public static PerformanceGoal atLeast(String what, double wanted, double measured, String unit) {
    return new PerformanceGoal(what, wanted, measured, true, unit);
  }

  /** A figure that must not be higher. */
  public static PerformanceGoal atMost(String what, double wanted, double measured, String unit) {
    return new PerformanceGoal(what, wanted, measured, false, unit);
  }

  /** Whether it is. */
  public boolean isReached() {
    return atLeast ? measured >= target : measured <= target;
  }

  /** The goal as it stands on the page, in the section of a part. */
  GoalRow row(String part) {
    return new GoalRow(
        part,
        description,
        (atLeast ? GoalRow.AT_LEAST : GoalRow.AT_MOST) + FigureFormat.of(target, unit),
        FigureFormat.of(measured, unit),
        isReached());
  }
}
