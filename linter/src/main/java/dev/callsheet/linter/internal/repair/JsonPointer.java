package dev.callsheet.linter.internal.repair;

import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON pointer (RFC 6901) as its steps, and the changes that can be made where it leads. Trees
 * are never changed in place: what a change does not touch, the new tree shares with the old.
 */
record JsonPointer(List<String> steps) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonPointer {
    steps = List.copyOf(steps);
  }

  static JsonPointer parse(String text) {
    List<String> steps = new ArrayList<>();
    for (String step : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new JsonPointer(steps);
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  /** Where it leads without its last step. */
  JsonPointer parent() {
    return new JsonPointer(steps.subList(0, steps.size() - 1));
  }

  String last() {
    return steps.get(steps.size() - 1);
  }

  JsonPointer child(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new JsonPointer(longer);
  }

  /** Where a path leads from here, which goes through no list. */
  JsonPointer resolve(ParameterPath path) {
    List<String> longer = new ArrayList<>(steps);
    for (ParameterPath.Step step : path.steps()) {
      longer.add(step instanceof ParameterPath.Step.Member member ? member.name() : "-");
    }
    return new JsonPointer(longer);
  }

  JsonPointer prefix(int count) {
    return new JsonPointer(steps.subList(0, count));
  }

  /** Whether one of the two leads into, or to, what the other leads to. */
  boolean overlaps(JsonPointer other) {
    int shorter = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, shorter).equals(other.steps.subList(0, shorter));
  }

  /** Whether the other leads into, or to, what this leads to. */
  boolean isPrefixOf(JsonPointer other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /** The same with another step at a depth. */
  JsonPointer withStep(int depth, String step) {
    List<String> changed = new ArrayList<>(steps);
    changed.set(depth, step);
    return new JsonPointer(changed);
  }

  /** Every pointer that a path leads to in a tree, from here on. */
  List<JsonPointer> resolveAll(JsonNode root, ParameterPath path) {
    List<JsonPointer> reached = List.of(this);
    for (ParameterPath.Step step : path.steps()) {
      List<JsonPointer> next = new ArrayList<>();
      for (JsonPointer pointer : reached) {
        JsonNode node = pointer.valueIn(root);
        if (step instanceof ParameterPath.Step.Member member) {
          if (node != null && node.has(member.name())) {
            next.add(pointer.child(member.name()));
          }
        } else if (node instanceof ArrayNode list) {
          for (int i = 0; i < list.size(); i++) {
            next.add(pointer.child(Integer.toString(i)));
          }
        }
      }
      reached = next;
    }
    return reached;
  }

  /** What stands there; null when nothing does. */
  @Nullable JsonNode valueIn(JsonNode root) {
    JsonNode node = root;
    for (String step : steps) {
      node = node == null ? null : childOf(node, step);
    }
    return node;
  }

  /** The tree without what stands there. */
  JsonNode removeFrom(JsonNode root) {
    return rebuild(root, 0, null, true);
  }

  /** The tree with this value there; objects on the way are made where there are none. */
  JsonNode setIn(JsonNode root, JsonNode value) {
    return rebuild(root, 0, value, false);
  }

  /** The tree with a member renamed where it stands. */
  JsonNode renameIn(JsonNode root, String name) {
    if (!(parent().valueIn(root) instanceof ObjectNode object)) {
      return root;
    }
    ObjectNode renamed = JSON.objectNode();
    object
        .properties()
        .forEach(
            member ->
                renamed.set(
                    member.getKey().equals(last()) ? name : member.getKey(), member.getValue()));
    return parent().setIn(root, renamed);
  }

  /** The way as people write it: {@code inputs.elements[0].id}. */
  String displayPath(JsonNode root) {
    StringBuilder words = new StringBuilder();
    JsonNode node = root;
    for (String step : steps) {
      if (node instanceof ArrayNode) {
        words.append('[').append(step).append(']');
      } else {
        words.append(words.isEmpty() ? "" : ".").append(step);
      }
      node = node == null ? null : childOf(node, step);
    }
    return words.toString();
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  /** The index that a step into a list is. */
  static int arrayIndex(String step) {
    try {
      return Integer.parseInt(step);
    } catch (NumberFormatException noIndex) {
      return -1;
    }
  }

  private static @Nullable JsonNode childOf(JsonNode node, String step) {
    return node.isArray() ? node.get(arrayIndex(step)) : node.get(step);
  }

  private JsonNode rebuild(JsonNode node, int depth, @Nullable JsonNode value, boolean remove) {
    if (depth == steps.size()) {
      return value == null ? node : value;
    }
    String step = steps.get(depth);
    boolean drop = remove && depth == steps.size() - 1;
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JSON.arrayNode();
      copy.addAll(list);
      int index = arrayIndex(step);
      if (drop) {
        copy.remove(index);
      } else if (index >= 0 && index < list.size()) {
        copy.set(index, rebuild(list.get(index), depth + 1, value, remove));
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
      copy.set(step, rebuild(inner == null ? JSON.objectNode() : inner, depth + 1, value, remove));
    }
    return copy;
  }
}
