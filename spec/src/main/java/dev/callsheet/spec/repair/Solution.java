package dev.callsheet.spec.repair;

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
 * @param left how many rules of the task as a whole are still broken
 */
record Solution(JsonNode before, List<Edit> edits, JsonNode after, int left) {
  Solution {
    edits = List.copyOf(edits);
  }

  static Solution none(JsonNode task) {
    return new Solution(task, List.of(), task, 0);
  }

  Solution and(Edit edit) {
    List<Edit> longer = new ArrayList<>(edits);
    longer.add(edit);
    return new Solution(before, longer, edit.applied(after), left);
  }

  /** The same, with so many rules of the task still broken. */
  Solution leaving(int rules) {
    return new Solution(before, edits, after, rules);
  }

  /** Whether an edit changes what another has changed before. */
  boolean hasTouched(Pointer pointer) {
    return edits.stream()
        .anyMatch(
            edit ->
                edit.pointer().overlaps(pointer)
                    || (edit instanceof Edit.Move move && move.to().overlaps(pointer)));
  }

  boolean isInvented() {
    return edits.stream().anyMatch(Edit::isInvented);
  }

  /** Whether it gives a parameter that was not there a value. */
  boolean addsAnything() {
    return edits.stream().anyMatch(this::adds);
  }

  boolean adds(Edit edit) {
    boolean puts = edit instanceof Edit.Ask || edit instanceof Edit.Put;
    return puts && edit.pointer().in(before) == null;
  }

  double distance() {
    return edits.stream().mapToDouble(edit -> edit.distance(before)).sum();
  }

  /** The same edits in whatever order. */
  Set<Edit> asSet() {
    return Set.copyOf(edits);
  }

  /** What is changed, whatever it becomes: solutions that agree in this differ in values only. */
  Set<String> sketch() {
    return edits.stream()
        .map(
            edit ->
                edit instanceof Edit.Ask || edit instanceof Edit.Put
                    ? "Put " + edit.pointer()
                    : edit.getClass().getSimpleName() + " " + edit.pointer())
        .collect(Collectors.toSet());
  }

  /** As a patch of the task. */
  List<Operation> patch() {
    List<Operation> operations = new ArrayList<>();
    JsonNode now = before;
    for (Edit edit : edits) {
      operations.addAll(edit.operations(now));
      now = edit.applied(now);
    }
    return operations;
  }
}
