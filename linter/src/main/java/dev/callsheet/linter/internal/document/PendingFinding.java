package dev.callsheet.linter.internal.document;

import dev.callsheet.linter.finding.Excerpt;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.json.PositionedJson;
import dev.callsheet.linter.internal.secrets.DocumentSecrets;
import dev.callsheet.linter.internal.taskuuid.FirstUse;
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
    List<RelatedPlace> related,
    FixSuggestions fixSuggestions) {

  private static final String TASK_UUID = "/taskUUID";

  /** Another place that takes part. */
  sealed interface RelatedPlace {
    /** The place with its line, in which none of the secrets can be read. */
    Finding.Related toRelated(
        LineIndexedText source, ExcerptCutter excerpts, DocumentSecrets secrets);
  }

  /** A place in the text at hand. */
  record RelatedOffset(String pointer, int offset) implements RelatedPlace {
    @Override
    public Finding.Related toRelated(
        LineIndexedText source, ExcerptCutter excerpts, DocumentSecrets secrets) {
      return new Finding.Related(
          secrets.coverPointer(pointer), source.location(offset), excerpts.at(offset));
    }
  }

  /**
   * The UUID of an earlier task, in a text that may be gone: of its line, no more is shown than is
   * known of it.
   */
  record EarlierUuid(FirstUse first, String uuid) implements RelatedPlace {
    private static final String BEFORE = "…\"taskUUID\": ";

    @Override
    public Finding.Related toRelated(
        LineIndexedText source, ExcerptCutter excerpts, DocumentSecrets secrets) {
      return new Finding.Related(
          first.pointer() + TASK_UUID,
          source.locationElsewhere(first.position()),
          new Excerpt(BEFORE + '"' + uuid + "\"…", BEFORE.length()));
    }
  }

  static PendingFinding ofMalformed(int offset, String reason) {
    return ofTask("", offset, new Problem.MalformedJson(reason));
  }

  static PendingFinding ofTooLarge(String task, int offset, long bytes) {
    return ofTask(task, offset, new Problem.TooLarge(bytes));
  }

  static PendingFinding ofInternalError(String task, int offset, Throwable cause) {
    StackTraceElement[] trace = cause.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0];
    return ofTask(task, offset, new Problem.NotValidated(cause + place));
  }

  static PendingFinding ofSecret(LintedTask task, JsonLocation secret, FixSuggestions fixes) {
    return new PendingFinding(
        new Violation(Severity.ERROR, secret.pointer(), new Problem.ApiKey()),
        task.model(),
        task.pointer() + secret.pointer(),
        valueAt(task, secret.pointer()).startOffset(),
        List.of(),
        fixes);
  }

  /** A violation in a task. */
  static PendingFinding ofViolation(LintedTask task, Violation violation, FixSuggestions fixes) {
    boolean key =
        StructuralRule.withId(violation.rule()).map(StructuralRule::pointsAtKey).orElse(true);
    PositionedJson place = valueAt(task, violation.pointer());
    List<RelatedPlace> others =
        violation.related().stream()
            .<RelatedPlace>map(
                related ->
                    new RelatedOffset(task.pointer() + related, valueAt(task, related).keyOffset()))
            .toList();
    return new PendingFinding(
        violation,
        task.model(),
        task.pointer() + violation.pointer(),
        key ? place.keyOffset() : place.startOffset(),
        others,
        fixes);
  }

  /** A key that is given again in an object of a task. */
  static PendingFinding ofDuplicate(
      LintedTask task, PositionedJson.Duplicate duplicate, FixSuggestions fixes) {
    String pointer = task.pointer() + duplicate.pointer();
    return new PendingFinding(
        new Violation(
            Severity.ERROR,
            duplicate.pointer().toString(),
            new Problem.DuplicateKey(duplicate.pointer().last())),
        task.model(),
        pointer,
        duplicate.repeated().keyOffset(),
        List.of(new RelatedOffset(pointer, duplicate.first().keyOffset())),
        fixes);
  }

  /** A task whose UUID an earlier task has. */
  static PendingFinding ofRepeatedUuid(LintedTask task, FirstUse first, FixSuggestions fixes) {
    PositionedJson place = valueAt(task, TASK_UUID);
    String uuid = place.value().asString("");
    return new PendingFinding(
        new Violation(Severity.ERROR, TASK_UUID, new Problem.RepeatedTaskUuid(uuid)),
        task.model(),
        task.pointer() + TASK_UUID,
        place.startOffset(),
        List.of(new EarlierUuid(first, uuid)),
        fixes);
  }

  private static PositionedJson valueAt(LintedTask task, String pointer) {
    return task.tree().nearest(JsonPointer.parse(pointer));
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

  /** The finding with its place, in which none of the secrets can be read. */
  Finding toFinding(LineIndexedText source, ExcerptCutter excerpts, DocumentSecrets secrets) {
    return new Finding(
        violation,
        secrets.cover(violation.message()),
        model,
        secrets.coverPointer(pointer),
        source.location(offset),
        source.location(source.tokenEnd(offset)).column(),
        related.stream().map(other -> other.toRelated(source, excerpts, secrets)).toList(),
        excerpts.at(offset),
        fixSuggestions.covering(secrets::cover));
  }
}
