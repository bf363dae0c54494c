package dev.callsheet.linter.baseline;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.List;

/** Makes findings about entries of a baseline or of a file of suppressions. */
final class StaleEntryFinding {
  private static final int MAX_EXCERPT_LENGTH = 160;

  private StaleEntryFinding() {}

  static Finding of(
      StaleEntryRule rule, SourceText source, SourceLocation location, String message) {
    String line = source.line(location.line());
    String shown = line == null ? "" : line;
    return new Finding(
        new Violation(rule.id(), Severity.WARNING, "", new Problem.BrokenRule(message), List.of()),
        null,
        "",
        location,
        location.column(),
        List.of(),
        new Excerpt(
            shown.codePointCount(0, shown.length()) <= MAX_EXCERPT_LENGTH
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, MAX_EXCERPT_LENGTH)) + "…",
            Math.min(location.column() - 1, MAX_EXCERPT_LENGTH)),
        FixSuggestions.NONE);
  }
}
