package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.json.JsonDocument;
import dev.callsheet.linter.internal.json.SourcePositions;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding of which only the offsets are known yet. */
record PendingFinding(
    Violation violation,
    @Nullable String model,
    String pointer,
    int offset,
    List<RelatedOffset> related,
    FixSuggestions fixSuggestions) {

  /** Another place that takes part. */
  record RelatedOffset(String pointer, int offset) {}

  static PendingFinding ofMalformed(int offset, String reason) {
    return ofTask("", offset, new Problem.MalformedJson(reason));
  }

  static PendingFinding ofTooLarge(String task, int offset, long bytes) {
    return ofTask(task, offset, new Problem.TooLarge(bytes));
  }

  static PendingFinding ofSecret(
      JsonLocation secret, @Nullable String model, String task, int offset, FixSuggestions remedy) {
    return new PendingFinding(
        new Violation(Severity.ERROR, secret.pointer(), new Problem.ApiKey()),
        model,
        task + secret.pointer(),
        offset,
        List.of(),
        remedy);
  }

  /** A violation in the task that stands at a pointer and a spot. */
  static PendingFinding of(
      Violation violation,
      @Nullable String model,
      String task,
      SourcePositions spot,
      FixSuggestions remedy) {
    boolean key =
        StructuralRule.withId(violation.rule()).map(StructuralRule::pointsAtKey).orElse(true);
    SourcePositions place = spot.resolve(violation.pointer());
    List<RelatedOffset> others =
        violation.related().stream()
            .map(related -> new RelatedOffset(task + related, spot.resolve(related).keyOffset()))
            .toList();
    return new PendingFinding(
        violation,
        model,
        task + violation.pointer(),
        key ? place.keyOffset() : place.valueOffset(),
        others,
        remedy);
  }

  /** A member given twice in the value that stands at a pointer. */
  static PendingFinding of(
      JsonDocument.DuplicateKey duplicate,
      @Nullable String model,
      String outer,
      FixSuggestions remedy) {
    String pointer = outer + duplicate.pointer();
    String name = JsonPointer.parse(duplicate.pointer()).last();
    return new PendingFinding(
        new Violation(
            Severity.ERROR,
            duplicate.pointer(),
            new Problem.DuplicateKey(name)),
        model,
        pointer,
        duplicate.repeatedOffset(),
        List.of(new RelatedOffset(pointer, duplicate.firstOffset())),
        remedy);
  }

  private static PendingFinding ofTask(String task, int offset, Problem.Structural problem) {
    return new PendingFinding(
        new Violation(Severity.ERROR, "", problem),
        null,
        task,
        offset,
        List.of(),
        FixSuggestions.NONE);
  }

  Finding toFinding(LineIndexedText source, ExcerptCutter excerpts) {
    return new Finding(
        violation,
        model,
        pointer,
        source.location(offset),
        source.location(source.tokenEnd(offset)).column(),
        related.stream()
            .map(
                other ->
                    new Finding.Related(
                        other.pointer, source.location(other.offset), excerpts.at(other.offset)))
            .toList(),
        excerpts.at(offset),
        fixSuggestions);
  }
}
