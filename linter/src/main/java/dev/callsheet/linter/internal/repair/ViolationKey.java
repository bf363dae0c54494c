package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * What makes a violation the same one before and after an edit: its rule and its place, which for a
 * rule between parameters is its scope. Two parameters may be missing in one place.
 */
record ViolationKey(String rule, JsonPointer location, String missingMessage) {

  static ViolationKey of(Violation violation, @Nullable ModelSpec spec) {
    JsonPointer pointer = JsonPointer.parse(violation.pointer());
    JsonPointer place =
        spec == null
            ? pointer
            : spec.rule(violation.rule())
                .map(
                    rule ->
                        pointer.prefix(
                            Math.min(rule.scope().steps().size(), pointer.steps().size())))
                .orElse(pointer);
    boolean missing = violation.rule().equals("missing-parameter");
    return new ViolationKey(violation.rule(), place, missing ? violation.message() : "");
  }

  /** Whether it is of the task as a whole, and so gone only where it is mended. */
  boolean isTaskLevel() {
    return location.isRoot();
  }

  /** The same after an edit; null when its place is gone. */
  @Nullable ViolationKey afterEdit(TaskEdit edit) {
    JsonPointer moved = edit.pointerAfter(location);
    return moved == null ? null : new ViolationKey(rule, moved, missingMessage);
  }
}
