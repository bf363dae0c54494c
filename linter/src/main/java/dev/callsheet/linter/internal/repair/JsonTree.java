package dev.callsheet.linter.internal.repair;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and changes JSON trees at pointers. A tree is never changed in place: what a change does
 * not touch, the new tree shares with the old.
 */
final class JsonTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonTree() {}

  /** The value at a pointer; null when there is none. */
  static @Nullable JsonNode valueAt(JsonNode root, JsonPointer pointer) {
    JsonNode node = root;
    for (String step : pointer.steps()) {
      node = node == null ? null : childOf(node, step);
    }
    return node;
  }

  /** The tree without the value at a pointer. */
  static JsonNode without(JsonNode root, JsonPointer pointer) {
    return rebuild(root, pointer, 0, null);
  }

  /** The tree without the members at these pointers. */
  static JsonNode withoutMembers(JsonNode root, Set<JsonPointer> members) {
    return members.isEmpty() ? root : withoutMembers(root, JsonPointer.ROOT, members);
  }

  private static JsonNode withoutMembers(
      JsonNode node, JsonPointer pointer, Set<JsonPointer> members) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JSON.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        copy.add(withoutMembers(list.get(i), pointer.child(i), members));
      }
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonPointer place = pointer.child(member.getKey());
      if (!members.contains(place)) {
        copy.set(member.getKey(), withoutMembers(member.getValue(), place, members));
      }
    }
    return copy;
  }

  /** How many values are in a tree, itself among them. */
  static int valueCount(JsonNode node) {
    int size = 1;
    for (JsonNode inner : node.values()) {
      size += valueCount(inner);
    }
    return size;
  }

  /** The tree with this value at a pointer; objects on the way are made where there are none. */
  static JsonNode with(JsonNode root, JsonPointer pointer, JsonNode value) {
    return rebuild(root, pointer, 0, value);
  }

  /** The tree with the member at a pointer renamed where it stands. */
  static JsonNode withRenamed(JsonNode root, JsonPointer pointer, String name) {
    if (!(valueAt(root, pointer.parent()) instanceof ObjectNode object)) {
      return root;
    }
    ObjectNode renamed = JSON.objectNode();
    object
        .properties()
        .forEach(
            member ->
                renamed.set(
                    member.getKey().equals(pointer.last()) ? name : member.getKey(),
                    member.getValue()));
    return with(root, pointer.parent(), renamed);
  }

  /** The pointer to the parameter at a path that goes through no list. */
  static JsonPointer resolve(JsonPointer from, ParameterPath path) {
    List<String> steps = new ArrayList<>(from.steps());
    path.steps().forEach(step -> steps.add(step.fold(name -> name, () -> "-")));
    return new JsonPointer(steps);
  }

  /** The pointers to every value that a path leads to in a tree. */
  static List<JsonPointer> resolveAll(JsonNode root, JsonPointer from, ParameterPath path) {
    List<JsonPointer> reached = List.of(from);
    for (ParameterPath.Step step : path.steps()) {
      List<JsonPointer> next = new ArrayList<>();
      for (JsonPointer pointer : reached) {
        JsonNode node = valueAt(root, pointer);
        if (node != null) {
          next.addAll(
              step.fold(
                  name -> node.has(name) ? List.of(pointer.child(name)) : List.of(),
                  () -> items(node, pointer)));
        }
      }
      reached = next;
    }
    return reached;
  }

  private static List<JsonPointer> items(JsonNode node, JsonPointer pointer) {
    int count = node.isArray() ? node.size() : 0;
    return IntStream.range(0, count).mapToObj(pointer::child).toList();
  }

  /** A pointer as people write it: {@code inputs.elements[0].id}. */
  static String displayPath(JsonNode root, JsonPointer pointer) {
    StringBuilder path = new StringBuilder();
    JsonNode node = root;
    for (String step : pointer.steps()) {
      if (node instanceof ArrayNode) {
        path.append('[').append(step).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step);
      }
      node = node == null ? null : childOf(node, step);
    }
    return path.toString();
  }

  private static @Nullable JsonNode childOf(JsonNode node, String step) {
    return node.isArray() ? node.get(JsonPointer.indexOf(step)) : node.get(step);
  }

  /** A copy of the way to a value, which is set, or removed where it is null. */
  private static JsonNode rebuild(
      JsonNode node, JsonPointer pointer, int depth, @Nullable JsonNode value) {
    if (depth == pointer.steps().size()) {
      return value == null ? node : value;
    }
    String step = pointer.steps().get(depth);
    boolean drop = value == null && depth == pointer.steps().size() - 1;
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JSON.arrayNode();
      copy.addAll(list);
      int index = JsonPointer.indexOf(step);
      if (drop) {
        copy.remove(index);
      } else if (index >= 0 && index < list.size()) {
        copy.set(index, rebuild(list.get(index), pointer, depth + 1, value));
      }
      return copy;
    }
    ObjectNode copy = JSON.objectNode();
    if (node instanceof ObjectNode object) {
      copy.setAll(object);
    }
    if (drop) {
      copy.remove(step);
    } else {
      JsonNode inner = copy.get(step);
      copy.set(step, rebuild(inner == null ? JSON.objectNode() : inner, pointer, depth + 1, value));
    }
    return copy;
  }
}
