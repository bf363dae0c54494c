package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A solution in words: {@code remove `duration`}. */
final class RepairDescription {
  private RepairDescription() {}

  static String of(RepairCandidate solution) {
    Map<String, List<String>> byVerb = new LinkedHashMap<>();
    JsonNode now = solution.before();
    List<TaskEdit> edits = new ArrayList<>(solution.edits());
    edits.sort(Comparator.comparingInt(RepairDescription::phraseOrder));
    for (TaskEdit edit : edits) {
      addPhrase(edit, now, byVerb);
    }
    List<String> parts = new ArrayList<>();
    byVerb.forEach(
        (verb, objects) ->
            parts.add((verb + " " + DisplayText.enumeration(objects, "and")).strip()));
    return parts.size() == 2 && parts.stream().anyMatch(part -> part.contains(" and "))
        ? String.join(", and ", parts)
        : DisplayText.enumeration(parts, "and");
  }

  private static void addPhrase(TaskEdit edit, JsonNode task, Map<String, List<String>> byVerb) {
    String name = DisplayText.quotedName(JsonTree.displayPath(task, edit.pointer()));
    String verb;
    String object;
    if (edit instanceof TaskEdit.Remove) {
      verb = "remove";
      object = name;
    } else if (edit instanceof TaskEdit.SetValue put) {
      verb = "set";
      object = name + " to " + DisplayText.json(put.value());
    } else if (edit instanceof TaskEdit.Move move) {
      verb = move.isRename() ? "rename" : "move";
      String to =
          move.isRename() ? move.target().last() : JsonTree.displayPath(task, move.target());
      object = name + " to " + DisplayText.quotedName(to);
    } else if (edit instanceof TaskEdit.RetainItems keep) {
      verb = "";
      object = keep.description();
    } else {
      String instruction = ((TaskEdit.AuthorEdit) edit).instruction();
      verb = instruction == null ? "add" : "";
      object = instruction == null ? name : instruction;
    }
    byVerb.computeIfAbsent(verb, same -> new ArrayList<>()).add(object);
  }

  private static int phraseOrder(TaskEdit edit) {
    return edit instanceof TaskEdit.AuthorEdit ? 0 : edit instanceof TaskEdit.Remove ? 2 : 1;
  }
}
