package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.repair.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding of which only the offsets are known yet. */
record Mark(
    String rule,
    Severity severity,
    @Nullable String model,
    String pointer,
    int offset,
    String message,
    List<Other> others,
    Remedy remedy) {

  /** Another place that takes part. */
  record Other(String pointer, int offset) {}

  static Mark ofMalformed(int offset, String reason) {
    return error(StructuralRule.MALFORMED_JSON, null, "", offset, "This is not JSON: " + reason);
  }

  static Mark ofTooLarge(String task, int offset, long bytes) {
    String message =
        "this task is wrong somewhere, and with its %d MB too large to say where"
            .formatted(bytes >> 20);
    return error(StructuralRule.TOO_LARGE, null, task, offset, message);
  }

  static Mark ofSecret(
      Place secret, @Nullable String model, String task, int offset, Remedy remedy) {
    String message =
        Say.name(secret)
            + " holds an API key; keep it out of requests and give it to the client instead";
    return new Mark(
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
  static Mark of(
      Violation violation, @Nullable String model, String task, Spot spot, Remedy remedy) {
    boolean key = StructuralRule.of(violation.rule()).map(StructuralRule::isAboutKey).orElse(true);
    Spot place = spot.at(violation.pointer());
    List<Other> others =
        violation.related().stream()
            .map(related -> new Other(task + related, spot.at(related).key()))
            .toList();
    return new Mark(
        violation.rule(),
        violation.severity(),
        model,
        task + violation.pointer(),
        key ? place.key() : place.value(),
        violation.message(),
        others,
        remedy);
  }

  /** A member given twice in the value that stands at a pointer. */
  static Mark of(
      JsonText.Duplicate duplicate, @Nullable String model, String outer, Remedy remedy) {
    String pointer = outer + duplicate.pointer();
    String name = duplicate.pointer().substring(duplicate.pointer().lastIndexOf('/') + 1);
    return new Mark(
        StructuralRule.DUPLICATE_KEY.id(),
        Severity.ERROR,
        model,
        pointer,
        duplicate.again(),
        "`"
            + Shown.name(name.replace("~1", "/").replace("~0", "~"))
            + "` is given twice in one object; keep one of them",
        List.of(new Other(pointer, duplicate.first())),
        remedy);
  }

  private static Mark error(
      StructuralRule rule, @Nullable String model, String pointer, int offset, String message) {
    return new Mark(
        rule.id(), Severity.ERROR, model, pointer, offset, message, List.of(), Remedy.NONE);
  }

  Finding finding(RequestText source, Excerpts excerpts) {
    return new Finding(
        rule,
        severity,
        model,
        pointer,
        source.location(offset),
        source.location(source.tokenEnd(offset)).column(),
        message,
        others.stream()
            .map(
                other ->
                    new Finding.Related(
                        other.pointer, source.location(other.offset), excerpts.at(other.offset)))
            .toList(),
        excerpts.at(offset),
        remedy);
  }
}
