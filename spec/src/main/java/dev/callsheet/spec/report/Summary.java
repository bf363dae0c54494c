package dev.callsheet.spec.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.lint.LintResult;
import java.util.List;

/** The figures of a run: how much was judged and how much was found. */
public record Summary(int files, int requests, long errors, long warnings) {
  /** The figures of these results, one for each file. */
  public static Summary of(List<LintResult> results) {
    return new Summary(
        results.size(),
        results.stream().mapToInt(LintResult::requests).sum(),
        results.stream().mapToLong(result -> result.count(Severity.ERROR)).sum(),
        results.stream().mapToLong(result -> result.count(Severity.WARNING)).sum());
  }

  /** For people: {@code 2 files, 3 requests: 1 error, 0 warnings}. */
  @Override
  public String toString() {
    return counted(files, "file")
        + ", "
        + counted(requests, "request")
        + ": "
        + counted(errors, "error")
        + ", "
        + counted(warnings, "warning");
  }

  static String counted(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
