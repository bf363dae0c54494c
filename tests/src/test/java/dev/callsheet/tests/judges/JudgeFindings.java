package dev.callsheet.tests.judges;

import dev.callsheet.runtime.Severity;
import java.util.Set;
import java.util.TreeSet;

/** What a judge found, by rule id. */
record JudgeFindings(Set<String> errors, Set<String> warnings) {
  /** Nothing found. */
  static JudgeFindings none() {
    return new JudgeFindings(new TreeSet<>(), new TreeSet<>());
  }

  /** Takes in one more finding. */
  void add(Severity severity, String rule) {
    (severity == Severity.ERROR ? errors : warnings).add(rule);
  }
}
