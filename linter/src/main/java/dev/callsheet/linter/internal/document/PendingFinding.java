package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.json.JsonDocument;
import dev.callsheet.linter.internal.json.SourcePositions;
import dev.callsheet.linter.repair.FixSuggestions;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.validation.JsonDisplayText;
import dev.callsheet.spec.validation.ViolationMessages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding of which only the offsets are known yet. */
record PendingFinding(
    String rule,
    Severity severity,
    @Nullable String model,
    String pointer,
    int offset,
    String message,
    List<RelatedOffset> related,
    FixSuggestions fixSuggestions) {

  /** Another place that takes part. */
  record RelatedOffset(String pointer, int offset) {}

  static PendingFinding ofMalformed(int offset, String reason) {
    return error(StructuralRule.MALFORMED_JSON, null, "", offset, "This is not JSON: " + reason);
  }

  static PendingFinding ofTooLarge(String task, int offset, long bytes) {
    String message =
        "this task is wrong somewhere, and with its %d MB too large to say where"
            .formatted(bytes >> 20);
    return error(StructuralRule.TOO_LARGE, null, task, offset, message);
  }

  static PendingFinding ofSecret(
      JsonLocation secret, @Nullable String model, String task, int offset, FixSuggestions remedy) {
    String message =
        ViolationMessages.parameterName(secret)
            + " holds an API key; keep it out of requests and give it to the client instead";
    return new PendingFinding(
        StructuralRule.SECRET_IN_REQUEST.id(),
        Severity.ERROR,
        model,
        task + secret.pointer(),
        offset,
        message,
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
        violation.rule(),
        violation.severity(),
        model,
        task + violation.pointer(),
        key ? place.keyOffset() : place.valueOffset(),
        violation.message(),
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
        StructuralRule.DUPLICATE_KEY.id(),
        Severity.ERROR,
        model,
        pointer,
        duplicate.repeatedOffset(),
        "`" + JsonDisplayText.shortened(name) + "` is given twice in one object; keep one of them",
        List.of(new RelatedOffset(pointer, duplicate.firstOffset())),
        remedy);
  }

  private static PendingFinding error(
      StructuralRule rule, @Nullable String model, String pointer, int offset, String message) {
    return new PendingFinding(
        rule.id(), Severity.ERROR, model, pointer, offset, message, List.of(), FixSuggestions.NONE);
  }

  Finding toFinding(LineIndexedText source, ExcerptCutter excerpts) {
    return new Finding(
        rule,
        severity,
        model,
        pointer,
        source.location(offset),
        source.location(source.tokenEnd(offset)).column(),
        message,
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
