package dev.callsheet.linter.baseline;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.secrets.SecretText;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.List;
import java.util.Objects;

/** Makes findings about entries of a baseline or of a file of suppressions. */
final class StaleEntryFinding {
  private static final int MAX_EXCERPT_LENGTH = 160;

  private StaleEntryFinding() {}

  static Finding of(
      StaleEntryRule rule, SourceText source, SourceLocation location, String message) {
    Violation violation =
        new Violation(rule.id(), Severity.WARNING, "", new Problem.BrokenRule(message), List.of());
    return new Finding(
        violation,
        violation.message(),
        null,
        "",
        location,
        location.column(),
        List.of(),
        excerpt(source, location),
        FixSuggestions.NONE);
  }

  private static Excerpt excerpt(SourceText source, SourceLocation location) {
    String line = SecretText.covered(Objects.requireNonNullElse(source.line(location.line()), ""));
    int length = Math.min(line.codePointCount(0, line.length()), MAX_EXCERPT_LENGTH);
    int caret = Math.min(location.column() - 1, length);
    String before = DisplayText.printable(line.substring(0, line.offsetByCodePoints(0, caret)));
    int end = line.offsetByCodePoints(0, length);
    return new Excerpt(
        DisplayText.printable(line.substring(0, end)) + (end < line.length() ? "…" : ""),
        before.codePointCount(0, before.length()));
  }
}
