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
      TaskEdit.Phrase phrase = edit.phrase(now);
      byVerb.computeIfAbsent(phrase.verb(), same -> new ArrayList<>()).add(phrase.object());
    }
    List<String> parts = new ArrayList<>();
    byVerb.forEach(
        (verb, objects) ->
            parts.add((verb + " " + DisplayText.enumeration(objects, "and")).strip()));
    return parts.size() == 2 && parts.stream().anyMatch(part -> part.contains(" and "))
        ? String.join(", and ", parts)
        : DisplayText.enumeration(parts, "and");
  }

  /** What the author has to do first, and what is left out last. */
  private static int phraseOrder(TaskEdit edit) {
    return edit.needsAuthor() ? 0 : edit.kind() == TaskEdit.Kind.REMOVE ? 2 : 1;
  }
}
