package dev.callsheet.tests.judges;

import dev.callsheet.runtime.Severity;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a judge found, by rule id.
 *
 * @param messages of the errors, each with its rule id behind it, as the sandbox has it
 */
record JudgeFindings(
    Set<String> errors, Set<String> warnings, Set<String> notes, Set<String> messages) {
  /** Nothing found. */
  static JudgeFindings none() {
    return new JudgeFindings(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Takes in one more finding. */
  void add(Severity severity, String rule) {
    switch (severity) {
      case ERROR -> errors.add(rule);
      case WARNING -> warnings.add(rule);
      case NOTE -> notes.add(rule);
    }
  }

  /** Takes in one more finding with its message. */
  void add(Severity severity, String rule, String message) {
    add(severity, rule);
    if (severity == Severity.ERROR) {
      messages.add(message + " [" + rule + "]");
    }
  }

  /** Whether the same rules are broken as in the other, whatever the messages. */
  boolean agreesWith(JudgeFindings other) {
    return errors.equals(other.errors)
        && warnings.equals(other.warnings)
        && notes.equals(other.notes);
  }
}
