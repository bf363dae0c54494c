package dev.callsheet.linter.report;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.internal.messages.CountText;

/**
 * The counts of a run.
 *
 * @param files how many inputs were linted to their end
 * @param requests how many tasks were in them
 * @param errors how many findings are errors
 * @param warnings how many are warnings
 * @param notes how many are notes
 * @param omitted how many of all are in no report, because of a limit
 * @param unreadable how many inputs could not be read
 */
public record LintSummary(
    int files,
    long requests,
    long errors,
    long warnings,
    long notes,
    long omitted,
    int unreadable) {

  /** How many findings are at least that severe. */
  public long countAtLeast(Severity severity) {
    return switch (severity) {
      case ERROR -> errors;
      case WARNING -> errors + warnings;
      case NOTE -> errors + warnings + notes;
    };
  }

  /** For people: {@code 2 files, 3 requests: 1 error, 0 warnings, 2 notes}. */
  @Override
  public String toString() {
    return text("");
  }

  /**
   * For people.
   *
   * @param aboutNotes what to say behind the number of notes, if there are any
   */
  String text(String aboutNotes) {
    return CountText.of(files, "file")
        + ", "
        + CountText.of(requests, "request")
        + ": "
        + CountText.of(errors, "error")
        + ", "
        + CountText.of(warnings, "warning")
        + (notes == 0 ? "" : ", " + CountText.of(notes, "note") + aboutNotes)
        + (omitted == 0 ? "" : ", " + omitted + " of them not shown")
        + (unreadable == 0 ? "" : "; " + CountText.of(unreadable, "input") + " could not be read");
  }
}
