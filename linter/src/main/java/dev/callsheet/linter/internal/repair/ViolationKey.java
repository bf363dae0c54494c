package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import org.jspecify.annotations.Nullable;

/**
 * What makes a violation the same one before and after an edit.
 *
 * @param location the place of the violation; the scope of a rule between parameters
 * @param missing the name of the parameter that is missing, since several may be in one place; null
 *     when none is
 */
record ViolationKey(String rule, JsonPointer location, @Nullable String missing) {

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
    String missing =
        violation.problem() instanceof Problem.MissingParameter absent ? absent.name() : null;
    return new ViolationKey(violation.rule(), place, missing);
  }

  static ViolationKey ofUnknownParameter(JsonPointer pointer) {
    return new ViolationKey(StructuralRule.UNKNOWN_PARAMETER.id(), pointer, null);
  }

  /** Whether it concerns the task as a whole, so that it goes only when it is repaired. */
  boolean isTaskLevel() {
    return location.isRoot();
  }

  /** The same after an edit; null when its place is gone. */
  @Nullable ViolationKey afterEdit(TaskEdit edit) {
    JsonPointer moved = edit.pointerAfter(location);
    return moved == null ? null : new ViolationKey(rule, moved, missing);
  }
}
