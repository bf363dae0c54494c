package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody has written or made: prompts, media and other texts that are not chosen from a
 * list. A machine does not take it out unasked.
 */
final class UserContent {
  private final @Nullable ModelSpec spec;
  private final JsonNode task;

  /**
   * In a task for a model.
   *
   * @param spec null where it is not known
   */
  UserContent(@Nullable ModelSpec spec, JsonNode task) {
    this.spec = spec;
    this.task = task;
  }

  /** Whether the edits take some out. */
  boolean isRemovedBy(RepairCandidate solution) {
    return solution.edits().stream().anyMatch(this::isRemovedBy);
  }

  private boolean isRemovedBy(TaskEdit edit) {
    return edit.removedPointers(task).anyMatch(this::isAt);
  }

  private boolean isAt(JsonPointer pointer) {
    JsonNode value = JsonTree.valueAt(task, pointer);
    return value != null && isIn(pointer, value);
  }

  /** Whether there is some in a value that stands, or stood, at a pointer. */
  boolean isIn(JsonPointer pointer, JsonNode value) {
    if (value.isString()) {
      ExpectedShapes slot = spec == null ? null : ExpectedShapes.at(spec, pointer);
      return slot == null
          || !slot.isKnown()
          || !slot.shapes().stream().allMatch(Shape.Choice.class::isInstance);
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        if (isIn(pointer.child(i), value.get(i))) {
          return true;
        }
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (isIn(pointer.child(member.getKey()), member.getValue())) {
        return true;
      }
    }
    return false;
  }
}
