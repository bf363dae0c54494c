package dev.callsheet.linter.internal.textedit;

import dev.callsheet.linter.internal.json.PositionedJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The edits of a text that turn one JSON value in it into another. All bytes that belong to what
 * stays the same are left as they are.
 *
 * <p>Both values are walked together. Members are matched by name; of those left over, a removed
 * and an added one with equal values are a renaming, which edits the key alone. Items are matched
 * in order: where they differ, an item is dropped as long as the list is to become shorter, else
 * edited in place. What is removed takes one comma with it. What is added goes behind the last
 * member or item that is kept, with the white space that stands before that one. A removed value
 * that appears again elsewhere is copied as it was written.
 *
 * <p>Cost: linear in the size of the values, but for the search of renamings, which compares each
 * removed member with each added one; there are few of either in a repair. Items are not aligned as
 * in a longest common subsequence, since a repair never reorders a list.
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

  private void removeMember(PositionedJson around, int key) {
    List<Boolean> kept =
        around.children().stream()
            .map(child -> child.key() == null || child.keyOffset() != key)
            .toList();
    if (kept.contains(false)) {
      replaceChildren(around, kept, List.of());
    }
    around.children().stream()
        .filter(child -> child.contains(key))
        .forEach(child -> removeMember(child, key));
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
    } else if (before.value().isArray()
        && before.value().size() == 1
        && before.value().get(0).equals(after)) {
      PositionedJson item = before.children().get(0);
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
    List<PositionedJson> removed = new ArrayList<>();
    for (PositionedJson member : before.children()) {
      PositionedJson.Key key = Objects.requireNonNull(member.key());
      JsonNode now = after.get(key.name());
      // Of a member that is given twice, the last is the one that counts.
      boolean counts = before.member(key.name()) == member;
      Map.Entry<String, JsonNode> renamed =
          now == null && counts ? renamedMember(member, added) : null;
      if (renamed != null) {
        edits.add(new TextEdit(key.startOffset(), key.endOffset(), quoted(renamed.getKey())));
        added.remove(renamed);
      } else if (now != null && counts) {
        diff(member, now);
      }
      kept.add(now != null || renamed != null);
      if (now == null && renamed == null) {
        removed.add(member);
      }
    }
    List<String> insertions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : added) {
      insertions.add(
          quoted(member.getKey()) + keySeparator(before) + toText(member.getValue(), removed));
    }
    replaceChildren(before, kept, insertions);
  }

  private void diffArray(PositionedJson before, JsonNode after) {
    List<Boolean> kept = new ArrayList<>();
    int next = 0;
    int surplus = before.children().size() - after.size();
    for (PositionedJson item : before.children()) {
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
    replaceChildren(before, kept, insertions);
  }

  /** Takes members or items out, with one comma each, and adds others behind the last. */
  private void replaceChildren(PositionedJson around, List<Boolean> kept, List<String> insertions) {
    List<PositionedJson> children = around.children();
    int lastKept = kept.lastIndexOf(true);
    if (lastKept < 0) {
      if (!children.isEmpty() || !insertions.isEmpty()) {
        String inside = String.join(", ", insertions);
        edits.add(new TextEdit(around.startOffset() + 1, around.endOffset() - 1, inside));
      }
      return;
    }
    int firstKept = kept.indexOf(true);
    if (firstKept > 0) {
      edits.add(new TextEdit(children.get(0).keyOffset(), children.get(firstKept).keyOffset(), ""));
    }
    StringBuilder behind = new StringBuilder();
    int start = children.get(lastKept).keyOffset();
    String space = text.substring(whitespaceStart(start), start);
    insertions.forEach(insertion -> behind.append(',').append(space).append(insertion));
    for (int i = firstKept + 1; i < children.size(); i++) {
      if (!kept.get(i)) {
        int end = i;
        while (end + 1 < children.size() && !kept.get(end + 1)) {
          end++;
        }
        boolean atEnd = end == children.size() - 1;
        edits.add(
            new TextEdit(
                children.get(i - 1).endOffset(),
                children.get(end).endOffset(),
                atEnd ? behind.toString() : ""));
        i = end;
      }
    }
    if (lastKept == children.size() - 1 && !behind.isEmpty()) {
      int end = children.get(lastKept).endOffset();
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
    List<PositionedJson> members = object.children();
    PositionedJson last = members.isEmpty() ? null : members.get(members.size() - 1);
    return last == null || last.key() == null
        ? ": "
        : text.substring(last.key().endOffset(), last.startOffset());
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
      PositionedJson member, List<Map.Entry<String, JsonNode>> added) {
    return added.stream()
        .filter(entry -> entry.getValue().equals(member.value()))
        .findFirst()
        .orElse(null);
  }

  private static String quoted(String name) {
    return JsonNodeFactory.instance.stringNode(name).toString();
  }
}
