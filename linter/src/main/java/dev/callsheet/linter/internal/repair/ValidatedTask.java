package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.validation.TaskValidator;
import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A task with what a search for repairs needs to know of it, worked out once for all its findings.
 *
 * <p>A member that no model knows, and that is like nothing that one knows, has no influence on any
 * other violation: no rule speaks of it, and no parameter counts as meant by it. Searches therefore
 * take place in the task without such members: each of a thousand is then repaired in a task of a
 * few values and not of a thousand, and work grows with their number and not with its square.
 *
 * @param task as it was written
 * @param unrelated the pointers to the members that influence no other violation
 * @param core the task without these
 * @param violations what the validator finds in the core
 */
record ValidatedTask(
    JsonNode task, Set<JsonPointer> unrelated, JsonNode core, List<KnownViolation> violations) {

  /** A violation, and what makes it the same one after an edit. */
  record KnownViolation(Violation violation, ViolationKey key) {}

  static ValidatedTask of(JsonNode task, TaskValidator validator) {
    var spec = validator.spec(task).orElse(null);
    var unrelated = new HashSet<JsonPointer>();
    var violations = new ArrayList<KnownViolation>();
    for (var violation : validator.validate(task).violations()) {
      if (isUnrelated(violation)) {
        unrelated.add(JsonPointer.parse(violation.pointer()));
      } else {
        violations.add(new KnownViolation(violation, ViolationKey.of(violation, spec)));
      }
    }
    var core = JsonTree.withoutMembers(task, unrelated);
    return new ValidatedTask(task, unrelated, core, violations);
  }

  private static boolean isUnrelated(Violation violation) {
    return violation.problem() instanceof Problem.UnknownParameter unknown
        && unknown.suggestion() == null;
  }

  /** Whether there is a member at a pointer that the model does not know. */
  boolean isUnknown(JsonPointer pointer) {
    return unrelated.contains(pointer)
        || violations.stream()
            .filter(known -> known.violation().problem() instanceof Problem.UnknownParameter)
            .anyMatch(known -> known.key().location().equals(pointer));
  }

  /** The core, with the member at a pointer if that is left out of it. */
  JsonNode around(JsonPointer pointer) {
    var value = unrelated.contains(pointer) ? JsonTree.valueAt(task, pointer) : null;
    return value == null ? core : JsonTree.with(core, pointer, value);
  }

  /** Whether an edit changes something at or inside a member that is left out of the core. */
  boolean touchesUnrelated(TaskEdit edit) {
    return !unrelated.isEmpty()
        && edit.changedPointers().stream().anyMatch(this::isInsideUnrelated);
  }

  private boolean isInsideUnrelated(JsonPointer pointer) {
    for (var around = pointer; !around.isRoot(); around = around.parent()) {
      if (unrelated.contains(around)) {
        return true;
      }
    }
    return false;
  }
}
