package dev.callsheet.linter.report.check;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.spec.check.CheckResult;
import java.util.List;

/** The counts of a check of specs: files, findings by level, and what was not analysed. */
public record CheckSummary(int specs, long errors, long warnings, long notes, int notAnalysed) {
  /** Counts these results, one for each file. */
  public static CheckSummary of(List<CheckResult> results) {
    return new CheckSummary(
        results.size(),
        count(results, Severity.ERROR),
        count(results, Severity.WARNING),
        count(results, Severity.NOTE),
        results.stream().mapToInt(result -> result.limitations().size()).sum());
  }

  /** For people: {@code 2 specs: 1 error, 0 warnings, 3 notes; 2 not analysed}. */
  @Override
  public String toString() {
    return CountText.of(specs, "spec")
        + ": "
        + CountText.of(errors, "error")
        + ", "
        + CountText.of(warnings, "warning")
        + ", "
        + CountText.of(notes, "note")
        + (notAnalysed == 0 ? "" : "; " + notAnalysed + " not analysed");
  }

  private static long count(List<CheckResult> results, Severity level) {
    return results.stream().mapToLong(result -> result.count(level)).sum();
  }
}
