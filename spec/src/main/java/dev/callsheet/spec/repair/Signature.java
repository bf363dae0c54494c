package dev.callsheet.spec.repair;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * What makes a violation the same one before and after an edit: its rule and its place, which for a
 * rule between parameters is its scope. Two parameters may be missing in one place.
 */
record Signature(String rule, Pointer place, String missing) {

  static Signature of(Violation violation, @Nullable ModelSpec spec) {
    Pointer pointer = Pointer.parse(violation.pointer());
    Pointer place =
        spec == null
            ? pointer
            : spec.rule(violation.rule())
                .map(
                    rule ->
                        pointer.first(
                            Math.min(rule.scope().steps().size(), pointer.steps().size())))
                .orElse(pointer);
    boolean missing = violation.rule().equals("missing-parameter");
    return new Signature(violation.rule(), place, missing ? violation.message() : "");
  }

  /** Whether it is of the task as a whole, and so gone only where it is mended. */
  boolean isOfTask() {
    return place.isRoot();
  }

  /** The same after an edit; null when its place is gone. */
  @Nullable Signature after(Edit edit) {
    Pointer moved = edit.moved(place);
    return moved == null ? null : new Signature(rule, moved, missing);
  }
}
