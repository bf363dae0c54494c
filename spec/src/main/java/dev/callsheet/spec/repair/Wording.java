package dev.callsheet.spec.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A solution in words: {@code remove `duration`}. */
final class Wording {
  private Wording() {}

  static String of(Solution solution) {
    Map<String, List<String>> byVerb = new LinkedHashMap<>();
    JsonNode now = solution.before();
    List<Edit> edits = new ArrayList<>(solution.edits());
    edits.sort(Comparator.comparingInt(Wording::rank));
    for (Edit edit : edits) {
      say(edit, now, byVerb);
    }
    List<String> parts = new ArrayList<>();
    byVerb.forEach(
        (verb, objects) -> parts.add((verb + " " + Wanted.listed(objects, "and")).strip()));
    return parts.size() == 2 && parts.stream().anyMatch(part -> part.contains(" and "))
        ? String.join(", and ", parts)
        : Wanted.listed(parts, "and");
  }

  private static void say(Edit edit, JsonNode task, Map<String, List<String>> byVerb) {
    String name = Wanted.name(edit.pointer().words(task));
    String verb;
    String object;
    if (edit instanceof Edit.Remove) {
      verb = "remove";
      object = name;
    } else if (edit instanceof Edit.Put put) {
      verb = "set";
      object = name + " to " + Wanted.shown(put.value());
    } else if (edit instanceof Edit.Move move) {
      verb = move.renames() ? "rename" : "move";
      String to = move.renames() ? move.to().last() : move.to().words(task);
      object = name + " to " + Wanted.name(to);
    } else {
      String words = edit instanceof Edit.Keep keep ? keep.words() : ((Edit.Ask) edit).words();
      boolean adds = words.equals("add " + name);
      verb = adds ? "add" : "";
      object = adds ? name : words;
    }
    byVerb.computeIfAbsent(verb, same -> new ArrayList<>()).add(object);
  }

  private static int rank(Edit edit) {
    return edit instanceof Edit.Ask ? 0 : edit instanceof Edit.Remove ? 2 : 1;
  }
}
