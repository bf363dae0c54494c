package dev.callsheet.linter.session;

import dev.callsheet.linter.coverage.Coverage;
import dev.callsheet.linter.report.LintSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run.
 *
 * @param status whether the run has failed
 * @param summary the counts; findings that were filtered out are not in it
 * @param filterNotes how many findings were filtered out, a line for each file that did
 * @param findingsWithoutRepairs how many findings have no repairs because it would have taken too
 *     long to work them out
 * @param tasksNotCompared with how many tasks later ones were not compared, since there were more
 *     in one file than are remembered
 * @param coverage what the requests exercise; null when that was not asked for
 */
public record LintSessionResult(
    Status status,
    LintSummary summary,
    List<String> filterNotes,
    long findingsWithoutRepairs,
    long tasksNotCompared,
    @Nullable Coverage coverage) {

  /** Copies the list. */
  public LintSessionResult {
    filterNotes = List.copyOf(filterNotes);
  }

  /** Whether a run has failed, and how. */
  public enum Status {
    /** No finding is severe enough to fail. */
    PASSED,
    /** There are findings that are severe enough to fail. */
    FAILED,
    /** An input could not be read, or not be fixed when that was asked for. */
    INCOMPLETE,
    /** A request or an input could not be validated, by a fault of the linter's own. */
    INTERNAL_ERROR
  }
}
