package dev.callsheet.linter.session;

import dev.callsheet.linter.LintSink;
import dev.callsheet.linter.UnreadableInput;
import dev.callsheet.linter.fix.FixResult;

/** Follows a run while it lasts, on the thread that called it. */
public interface LintListener {
  /** A listener that ignores everything. */
  LintListener NONE = new LintListener() {};

  /** A finding was repaired in its file. */
  default void onFixed(FixResult.AppliedFix fix) {}

  /** A file could not be fixed, for this reason; it is linted all the same. */
  default void onNotFixed(UnreadableInput input) {}

  /** There is more to fix than is tried in one run. */
  default void onFixesOmitted() {}

  /**
   * Puts a sink in front of the filters and reports, which sees everything that is found.
   *
   * @param next receives everything in the end
   */
  default LintSink observe(LintSink next) {
    return next;
  }

  /** All inputs were linted, or the run ends in an exception; reports are finished after this. */
  default void onInputsDone() {}
}
