package dev.callsheet.spec.repair;

import dev.callsheet.spec.calculus.Path;
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
record Pointer(List<String> steps) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  Pointer {
    steps = List.copyOf(steps);
  }

  static Pointer parse(String text) {
    List<String> steps = new ArrayList<>();
    for (String step : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return new Pointer(steps);
  }

  boolean isRoot() {
    return steps.isEmpty();
  }

  /** Where it leads without its last step. */
  Pointer parent() {
    return new Pointer(steps.subList(0, steps.size() - 1));
  }

  String last() {
    return steps.get(steps.size() - 1);
  }

  Pointer child(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Pointer(longer);
  }

  /** Where a path leads from here, which goes through no list. */
  Pointer then(Path path) {
    List<String> longer = new ArrayList<>(steps);
    for (Path.Step step : path.steps()) {
      longer.add(step instanceof Path.Step.Member member ? member.name() : "-");
    }
    return new Pointer(longer);
  }

  Pointer first(int count) {
    return new Pointer(steps.subList(0, count));
  }

  /** Whether one of the two leads into, or to, what the other leads to. */
  boolean overlaps(Pointer other) {
    int shorter = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, shorter).equals(other.steps.subList(0, shorter));
  }

  /** Whether the other leads into, or to, what this leads to. */
  boolean isAround(Pointer other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /** The same with another step at a depth. */
  Pointer with(int depth, String step) {
    List<String> changed = new ArrayList<>(steps);
    changed.set(depth, step);
    return new Pointer(changed);
  }

  /** Every pointer that a path leads to in a tree, from here on. */
  List<Pointer> find(JsonNode root, Path path) {
    List<Pointer> reached = List.of(this);
    for (Path.Step step : path.steps()) {
      List<Pointer> next = new ArrayList<>();
      for (Pointer pointer : reached) {
        JsonNode node = pointer.in(root);
        if (step instanceof Path.Step.Member member) {
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
  @Nullable JsonNode in(JsonNode root) {
    JsonNode node = root;
    for (String step : steps) {
      node = node == null ? null : step(node, step);
    }
    return node;
  }

  /** The tree without what stands there. */
  JsonNode removedFrom(JsonNode root) {
    return changed(root, 0, null, true);
  }

  /** The tree with this value there; objects on the way are made where there are none. */
  JsonNode put(JsonNode root, JsonNode value) {
    return changed(root, 0, value, false);
  }

  /** The tree with a member renamed where it stands. */
  JsonNode renamed(JsonNode root, String name) {
    if (!(parent().in(root) instanceof ObjectNode object)) {
      return root;
    }
    ObjectNode renamed = JSON.objectNode();
    object
        .properties()
        .forEach(
            member ->
                renamed.set(
                    member.getKey().equals(last()) ? name : member.getKey(), member.getValue()));
    return parent().put(root, renamed);
  }

  /** The way as people write it: {@code inputs.elements[0].id}. */
  String words(JsonNode root) {
    StringBuilder words = new StringBuilder();
    JsonNode node = root;
    for (String step : steps) {
      if (node instanceof ArrayNode) {
        words.append('[').append(step).append(']');
      } else {
        words.append(words.isEmpty() ? "" : ".").append(step);
      }
      node = node == null ? null : step(node, step);
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
  static int index(String step) {
    try {
      return Integer.parseInt(step);
    } catch (NumberFormatException noIndex) {
      return -1;
    }
  }

  private static @Nullable JsonNode step(JsonNode node, String step) {
    return node.isArray() ? node.get(index(step)) : node.get(step);
  }

  private JsonNode changed(JsonNode node, int depth, @Nullable JsonNode value, boolean remove) {
    if (depth == steps.size()) {
      return value == null ? node : value;
    }
    String step = steps.get(depth);
    boolean drop = remove && depth == steps.size() - 1;
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JSON.arrayNode();
      copy.addAll(list);
      int index = index(step);
      if (drop) {
        copy.remove(index);
      } else if (index >= 0 && index < list.size()) {
        copy.set(index, changed(list.get(index), depth + 1, value, remove));
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
      copy.set(step, changed(inner == null ? JSON.objectNode() : inner, depth + 1, value, remove));
    }
    return copy;
  }
}
