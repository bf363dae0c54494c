package dev.callsheet.linter.internal.repair;

import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Edits, in the order in which they are made, and what they make of a task.
 *
 * @param before the task
 * @param after what the edits make of it
 * @param brokenTaskRules how many rules of the task as a whole are still broken
 */
record RepairCandidate(JsonNode before, List<TaskEdit> edits, JsonNode after, int brokenTaskRules) {
  RepairCandidate {
    edits = List.copyOf(edits);
  }

  static RepairCandidate unedited(JsonNode task) {
    return new RepairCandidate(task, List.of(), task, 0);
  }

  RepairCandidate with(TaskEdit edit) {
    List<TaskEdit> longer = new ArrayList<>(edits);
    longer.add(edit);
    return new RepairCandidate(before, longer, edit.applyTo(after), brokenTaskRules);
  }

  /** The same, with so many rules of the task still broken. */
  RepairCandidate withBrokenTaskRules(int rules) {
    return new RepairCandidate(before, edits, after, rules);
  }

  /** The same edits of a task in which this one is contained. */
  RepairCandidate madeIn(JsonNode task) {
    JsonNode edited = task;
    for (TaskEdit edit : edits) {
      edited = edit.applyTo(edited);
    }
    return new RepairCandidate(task, edits, edited, brokenTaskRules);
  }

  /** Whether an edit changes something at, around or inside a place. */
  boolean hasEdited(JsonPointer pointer) {
    return edits.stream()
        .flatMap(edit -> edit.changedPointers().stream())
        .anyMatch(pointer::overlaps);
  }

  boolean needsAuthor() {
    return edits.stream().anyMatch(TaskEdit::needsAuthor);
  }

  /** Whether it gives a parameter that was not there a value. */
  boolean hasAdditions() {
    return edits.stream().anyMatch(this::isAddition);
  }

  boolean isAddition(TaskEdit edit) {
    return edit.kind() == TaskEdit.Kind.PUT && JsonTree.valueAt(before, edit.pointer()) == null;
  }

  double distance() {
    return edits.stream().mapToDouble(edit -> edit.distance(before)).sum();
  }

  /** The same edits in whatever order. */
  Set<TaskEdit> editSet() {
    return Set.copyOf(edits);
  }

  /** What is changed, whatever it becomes: solutions that agree in this differ in values only. */
  Set<String> changedLocations() {
    return edits.stream()
        .map(edit -> edit.kind() + " " + edit.pointer())
        .collect(Collectors.toSet());
  }

  /** As a patch of the task. */
  List<JsonPatchOperation> patch() {
    List<JsonPatchOperation> operations = new ArrayList<>();
    JsonNode now = before;
    for (TaskEdit edit : edits) {
      operations.addAll(edit.patchOperations(now));
      now = edit.applyTo(now);
    }
    return operations;
  }
}
