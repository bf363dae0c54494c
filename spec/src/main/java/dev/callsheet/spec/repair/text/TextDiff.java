package dev.callsheet.spec.repair.text;

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
public final class TextDiff {
  private final String text;
  private final List<TextEdit> edits = new ArrayList<>();

  private TextDiff(String text) {
    this.text = text;
  }

  /** The edits, in the order of the text. */
  public static List<TextEdit> between(String text, TextTree before, JsonNode after) {
    TextDiff diff = new TextDiff(text);
    diff.change(before, after);
    diff.edits.sort(Comparator.comparingInt(TextEdit::from));
    return List.copyOf(diff.edits);
  }

  /** The edit that takes the member out whose key begins at an offset; empty where none does. */
  public static List<TextEdit> without(String text, TextTree tree, int key) {
    TextDiff diff = new TextDiff(text);
    diff.remove(tree, key);
    return List.copyOf(diff.edits);
  }

  private void remove(TextTree tree, int key) {
    tree.items().stream().filter(item -> holds(item, key)).forEach(item -> remove(item, key));
    List<Boolean> kept = tree.members().stream().map(member -> member.from() != key).toList();
    if (kept.contains(false)) {
      rearrange(tree, spans(tree), kept, List.of());
    }
    tree.members().stream()
        .filter(member -> holds(member.value(), key))
        .forEach(member -> remove(member.value(), key));
  }

  private static boolean holds(TextTree tree, int offset) {
    return tree.from() < offset && offset < tree.to();
  }

  private static List<int[]> spans(TextTree object) {
    return object.members().stream().map(m -> new int[] {m.from(), m.to()}).toList();
  }

  private void change(TextTree before, JsonNode after) {
    if (before.value().equals(after)) {
      return;
    }
    if (before.value().isObject() && after.isObject()) {
      object(before, after);
    } else if (before.value().isArray() && after.isArray()) {
      array(before, after);
    } else {
      value(before, after);
    }
  }

  private void value(TextTree before, JsonNode after) {
    if (after.isArray() && after.size() == 1 && after.get(0).equals(before.value())) {
      edits.add(new TextEdit(before.from(), before.from(), "["));
      edits.add(new TextEdit(before.to(), before.to(), "]"));
    } else if (before.items().size() == 1 && before.items().get(0).value().equals(after)) {
      TextTree item = before.items().get(0);
      edits.add(new TextEdit(before.from(), before.to(), text.substring(item.from(), item.to())));
    } else {
      edits.add(new TextEdit(before.from(), before.to(), written(after, List.of())));
    }
  }

  private void object(TextTree before, JsonNode after) {
    Set<String> old = new HashSet<>(before.value().propertyNames());
    List<Map.Entry<String, JsonNode>> added = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (!old.contains(member.getKey())) {
        added.add(member);
      }
    }
    List<Boolean> kept = new ArrayList<>();
    for (TextTree.Member member : before.members()) {
      JsonNode now = after.get(member.name());
      // Of a member that is given twice, the last is the one that counts.
      TextTree.Member last = before.member(member.name());
      boolean counts = last != null && last.from() == member.from();
      Map.Entry<String, JsonNode> renamed = now == null && counts ? same(member, added) : null;
      if (renamed != null) {
        edits.add(new TextEdit(member.from(), member.keyEnd(), quoted(renamed.getKey())));
        added.remove(renamed);
      } else if (now != null && counts) {
        change(member.value(), now);
      }
      kept.add(now != null || renamed != null);
    }
    List<TextTree> removed = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i)) {
        removed.add(before.members().get(i).value());
      }
    }
    List<String> insertions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : added) {
      insertions.add(quoted(member.getKey()) + colon(before) + written(member.getValue(), removed));
    }
    rearrange(before, spans(before), kept, insertions);
  }

  private void array(TextTree before, JsonNode after) {
    List<Boolean> kept = new ArrayList<>();
    int next = 0;
    int surplus = before.items().size() - after.size();
    for (TextTree item : before.items()) {
      boolean same = next < after.size() && item.value().equals(after.get(next));
      boolean drop = !same && surplus > 0;
      if (drop) {
        surplus--;
      } else {
        if (!same && next < after.size()) {
          change(item, after.get(next));
        }
        next++;
      }
      kept.add(!drop);
    }
    List<String> insertions = new ArrayList<>();
    for (; next < after.size(); next++) {
      insertions.add(written(after.get(next), List.of()));
    }
    List<int[]> spans = new ArrayList<>();
    before.items().forEach(item -> spans.add(new int[] {item.from(), item.to()}));
    rearrange(before, spans, kept, insertions);
  }

  /** Takes parts of an object or list out, with one comma each, and adds others at its end. */
  private void rearrange(
      TextTree around, List<int[]> spans, List<Boolean> kept, List<String> insertions) {
    int lastKept = kept.lastIndexOf(true);
    if (lastKept < 0) {
      if (!spans.isEmpty() || !insertions.isEmpty()) {
        String inside = String.join(", ", insertions);
        edits.add(new TextEdit(around.from() + 1, around.to() - 1, inside));
      }
      return;
    }
    int firstKept = kept.indexOf(true);
    if (firstKept > 0) {
      edits.add(new TextEdit(spans.get(0)[0], spans.get(firstKept)[0], ""));
    }
    StringBuilder behind = new StringBuilder();
    int start = spans.get(lastKept)[0];
    String space = text.substring(before(start), start);
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
  private int before(int offset) {
    int at = offset;
    while (at > 0 && " \t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  /** What stands between keys and values of an object, or usually does. */
  private String colon(TextTree object) {
    if (object.members().isEmpty()) {
      return ": ";
    }
    TextTree.Member last = object.members().get(object.members().size() - 1);
    return text.substring(last.keyEnd(), last.value().from());
  }

  /** A value as JSON; as it stood in the text where it was taken out there. */
  private String written(JsonNode value, List<TextTree> removed) {
    for (TextTree tree : removed) {
      if (tree.value().equals(value)) {
        return text.substring(tree.from(), tree.to());
      }
    }
    if (value.isObject()) {
      List<String> members = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        members.add(quoted(member.getKey()) + ": " + written(member.getValue(), removed));
      }
      return "{" + String.join(", ", members) + "}";
    }
    if (value.isArray()) {
      List<String> items = value.values().stream().map(item -> written(item, removed)).toList();
      return "[" + String.join(", ", items) + "]";
    }
    return value.isNumber() ? value.decimalValue().toPlainString() : value.toString();
  }

  private static Map.@Nullable Entry<String, JsonNode> same(
      TextTree.Member member, List<Map.Entry<String, JsonNode>> added) {
    return added.stream()
        .filter(entry -> entry.getValue().equals(member.value().value()))
        .findFirst()
        .orElse(null);
  }

  private static String quoted(String name) {
    return JsonNodeFactory.instance.stringNode(name).toString();
  }
}
