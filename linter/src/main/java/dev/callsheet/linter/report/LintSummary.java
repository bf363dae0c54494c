package dev.callsheet.linter.report;

import dev.callsheet.runtime.Severity;

/**
 * The counts of a run.
 *
 * @param files how many inputs were linted to their end
 * @param requests how many tasks were in them
 * @param errors how many findings are errors
 * @param warnings how many are warnings
 * @param omitted how many of both are in no report, because of a limit
 * @param unreadable how many inputs could not be read
 */
public record LintSummary(
    int files, long requests, long errors, long warnings, long omitted, int unreadable) {

  /** How many findings are at least that severe. */
  public long countAtLeast(Severity severity) {
    return severity == Severity.ERROR ? errors : errors + warnings;
  }

  /** For people: {@code 2 files, 3 requests: 1 error, 0 warnings}. */
  @Override
  public String toString() {
    return countWithNoun(files, "file")
        + ", "
        + countWithNoun(requests, "request")
        + ": "
        + countWithNoun(errors, "error")
        + ", "
        + countWithNoun(warnings, "warning")
        + (omitted == 0 ? "" : ", " + omitted + " of them not shown")
        + (unreadable == 0 ? "" : "; " + countWithNoun(unreadable, "input") + " could not be read");
  }

  static String countWithNoun(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
