package dev.callsheet.linter.internal.textedit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The edits that make one JSON value of another where it stands in a text. What stays the same
 * stays byte for byte; what is new is written like its neighbours.
 */
public final class JsonTextDiff {
  private final String text;
  private final List<TextEdit> edits = new ArrayList<>();

  private JsonTextDiff(String text) {
    this.text = text;
  }

  /** The edits, in the order of the text. */
  public static List<TextEdit> between(String text, PositionedJson before, JsonNode after) {
    JsonTextDiff diff = new JsonTextDiff(text);
    diff.diff(before, after);
    diff.edits.sort(Comparator.comparingInt(TextEdit::startOffset));
    return List.copyOf(diff.edits);
  }

  /** The edit that takes the member out whose key begins at an offset; empty where none does. */
  public static List<TextEdit> memberRemoval(String text, PositionedJson tree, int key) {
    JsonTextDiff diff = new JsonTextDiff(text);
    diff.removeMember(tree, key);
    return List.copyOf(diff.edits);
  }

  private void removeMember(PositionedJson tree, int key) {
    tree.items().stream()
        .filter(item -> contains(item, key))
        .forEach(item -> removeMember(item, key));
    List<Boolean> kept = tree.members().stream().map(member -> member.keyStart() != key).toList();
    if (kept.contains(false)) {
      replaceChildren(tree, memberRanges(tree), kept, List.of());
    }
    tree.members().stream()
        .filter(member -> contains(member.value(), key))
        .forEach(member -> removeMember(member.value(), key));
  }

  private static boolean contains(PositionedJson tree, int offset) {
    return tree.startOffset() < offset && offset < tree.endOffset();
  }

  private static List<int[]> memberRanges(PositionedJson object) {
    return object.members().stream().map(m -> new int[] {m.keyStart(), m.endOffset()}).toList();
  }

  private void diff(PositionedJson before, JsonNode after) {
    if (before.value().equals(after)) {
      return;
    }
    if (before.value().isObject() && after.isObject()) {
      diffObject(before, after);
    } else if (before.value().isArray() && after.isArray()) {
      diffArray(before, after);
    } else {
      diffScalar(before, after);
    }
  }

  private void diffScalar(PositionedJson before, JsonNode after) {
    if (after.isArray() && after.size() == 1 && after.get(0).equals(before.value())) {
      edits.add(new TextEdit(before.startOffset(), before.startOffset(), "["));
      edits.add(new TextEdit(before.endOffset(), before.endOffset(), "]"));
    } else if (before.items().size() == 1 && before.items().get(0).value().equals(after)) {
      PositionedJson item = before.items().get(0);
      edits.add(
          new TextEdit(
              before.startOffset(),
              before.endOffset(),
              text.substring(item.startOffset(), item.endOffset())));
    } else {
      edits.add(new TextEdit(before.startOffset(), before.endOffset(), toText(after, List.of())));
    }
  }

  private void diffObject(PositionedJson before, JsonNode after) {
    Set<String> old = new HashSet<>(before.value().propertyNames());
    List<Map.Entry<String, JsonNode>> added = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (!old.contains(member.getKey())) {
        added.add(member);
      }
    }
    List<Boolean> kept = new ArrayList<>();
    for (PositionedJson.Member member : before.members()) {
      JsonNode now = after.get(member.name());
      // Of a member that is given twice, the last is the one that counts.
      PositionedJson.Member last = before.member(member.name());
      boolean counts = last != null && last.keyStart() == member.keyStart();
      Map.Entry<String, JsonNode> renamed =
          now == null && counts ? renamedMember(member, added) : null;
      if (renamed != null) {
        edits.add(new TextEdit(member.keyStart(), member.keyEnd(), quoted(renamed.getKey())));
        added.remove(renamed);
      } else if (now != null && counts) {
        diff(member.value(), now);
      }
      kept.add(now != null || renamed != null);
    }
    List<PositionedJson> removed = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i)) {
        removed.add(before.members().get(i).value());
      }
    }
    List<String> insertions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : added) {
      insertions.add(
          quoted(member.getKey()) + keySeparator(before) + toText(member.getValue(), removed));
    }
    replaceChildren(before, memberRanges(before), kept, insertions);
  }

  private void diffArray(PositionedJson before, JsonNode after) {
    List<Boolean> kept = new ArrayList<>();
    int next = 0;
    int surplus = before.items().size() - after.size();
    for (PositionedJson item : before.items()) {
      boolean same = next < after.size() && item.value().equals(after.get(next));
      boolean drop = !same && surplus > 0;
      if (drop) {
        surplus--;
      } else {
        if (!same && next < after.size()) {
          diff(item, after.get(next));
        }
        next++;
      }
      kept.add(!drop);
    }
    List<String> insertions = new ArrayList<>();
    for (; next < after.size(); next++) {
      insertions.add(toText(after.get(next), List.of()));
    }
    List<int[]> spans = new ArrayList<>();
    before.items().forEach(item -> spans.add(new int[] {item.startOffset(), item.endOffset()}));
    replaceChildren(before, spans, kept, insertions);
  }

  /** Takes parts of an object or list out, with one comma each, and adds others at its end. */
  private void replaceChildren(
      PositionedJson around, List<int[]> spans, List<Boolean> kept, List<String> insertions) {
    int lastKept = kept.lastIndexOf(true);
    if (lastKept < 0) {
      if (!spans.isEmpty() || !insertions.isEmpty()) {
        String inside = String.join(", ", insertions);
        edits.add(new TextEdit(around.startOffset() + 1, around.endOffset() - 1, inside));
      }
      return;
    }
    int firstKept = kept.indexOf(true);
    if (firstKept > 0) {
      edits.add(new TextEdit(spans.get(0)[0], spans.get(firstKept)[0], ""));
    }
    StringBuilder behind = new StringBuilder();
    int start = spans.get(lastKept)[0];
    String space = text.substring(whitespaceStart(start), start);
    insertions.forEach(insertion -> behind.append(',').append(space).append(insertion));
    for (int i = firstKept + 1; i < spans.size(); i++) {
      if (!kept.get(i)) {
        int end = i;
        while (end + 1 < spans.size() && !kept.get(end + 1)) {
          end++;
        }
        boolean atEnd = end == spans.size() - 1;
        edits.add(
            new TextEdit(spans.get(i - 1)[1], spans.get(end)[1], atEnd ? behind.toString() : ""));
        i = end;
      }
    }
    if (lastKept == spans.size() - 1 && !behind.isEmpty()) {
      int end = spans.get(lastKept)[1];
      edits.add(new TextEdit(end, end, behind.toString()));
    }
  }

  /** Where the white space in front of an offset begins. */
  private int whitespaceStart(int offset) {
    int at = offset;
    while (at > 0 && " \t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** What stands between keys and values of an object, or usually does. */
  private String keySeparator(PositionedJson object) {
    if (object.members().isEmpty()) {
      return ": ";
    }
    PositionedJson.Member last = object.members().get(object.members().size() - 1);
    return text.substring(last.keyEnd(), last.value().startOffset());
  }

  /** A value as JSON; as it stood in the text where it was taken out there. */
  private String toText(JsonNode value, List<PositionedJson> removed) {
    for (PositionedJson tree : removed) {
      if (tree.value().equals(value)) {
        return text.substring(tree.startOffset(), tree.endOffset());
      }
    }
    if (value.isObject()) {
      List<String> members = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        members.add(quoted(member.getKey()) + ": " + toText(member.getValue(), removed));
      }
      return "{" + String.join(", ", members) + "}";
    }
    if (value.isArray()) {
      List<String> items = value.values().stream().map(item -> toText(item, removed)).toList();
      return "[" + String.join(", ", items) + "]";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
  }

  private static Map.@Nullable Entry<String, JsonNode> renamedMember(
      PositionedJson.Member member, List<Map.Entry<String, JsonNode>> added) {
    return added.stream()
        .filter(entry -> entry.getValue().equals(member.value().value()))
        .findFirst()
        .orElse(null);
  }

  private static String quoted(String name) {
    return JsonNodeFactory.instance.stringNode(name).toString();
  }
}
