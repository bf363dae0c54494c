package dev.callsheet.importer.internal.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves out of a fragment what cannot be: values that a parameter never has. Schemas of many
 * models share constraints that name such values; the spec language takes them for slips.
 */
final class FragmentPruner {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FragmentPruner() {}

  /**
   * The fragment that is left: without keywords where every value matches, empty where none does.
   *
   * @param shapes what the value may be
   */
  static Optional<ObjectNode> prune(ObjectNode fragment, List<JsonNode> shapes) {
    ObjectNode left = NODES.objectNode();
    for (var entry : fragment.properties()) {
      JsonNode value = entry.getValue();
      switch (entry.getKey()) {
        case "const", "enum" -> {
          if (!putValues(entry.getKey(), value, shapes, left)) {
            return Optional.empty();
          }
        }
        case "contains" -> {
          Optional<ObjectNode> item = prune((ObjectNode) value, items(shapes));
          if (item.isEmpty()) {
            return item;
          }
          if (item.get().isEmpty()) {
            putUnlessPresent(left, "minItems", NODES.numberNode(1));
          } else {
            left.set("contains", item.get());
          }
        }
        case "items" -> {
          Optional<ObjectNode> item = prune((ObjectNode) value, items(shapes));
          if (item.isEmpty()) {
            putUnlessPresent(left, "maxItems", NODES.numberNode(0));
          } else if (!item.get().isEmpty()) {
            left.set("items", item.get());
          }
        }
        case "not" -> {
          Optional<ObjectNode> part = prune((ObjectNode) value, shapes);
          if (part.isPresent() && part.get().isEmpty()) {
            return Optional.empty();
          }
          part.ifPresent(unwanted -> left.set("not", unwanted));
        }
        case "properties" -> {
          if (!putMembers(value, fragment, shapes, left)) {
            return Optional.empty();
          }
        }
        default -> left.set(entry.getKey(), value);
      }
    }
    return Optional.of(left);
  }

  private static void putUnlessPresent(ObjectNode fragment, String keyword, JsonNode value) {
    if (!fragment.has(keyword)) {
      fragment.set(keyword, value);
    }
  }

  private static boolean putValues(
      String keyword, JsonNode value, List<JsonNode> shapes, ObjectNode left) {
    Optional<Set<JsonNode>> possible = listed(shapes);
    if (possible.isEmpty()) {
      left.set(keyword, value);
      return true;
    }
    if (keyword.equals("const")) {
      left.set(keyword, value);
      return possible.get().contains(value);
    }
    ArrayNode values = NODES.arrayNode();
    value.valueStream().filter(possible.get()::contains).forEach(values::add);
    left.set(keyword, values);
    return !values.isEmpty();
  }

  /** Members that never match: false where one of them is required. */
  private static boolean putMembers(
      JsonNode members, ObjectNode fragment, List<JsonNode> shapes, ObjectNode left) {
    ObjectNode kept = NODES.objectNode();
    for (var member : members.properties()) {
      List<JsonNode> inner = new ArrayList<>();
      shapes.stream()
          .map(shape -> shape.path("properties").path(member.getKey()))
          .forEach(shape -> ParameterTree.forms(shape).forEach(inner::add));
      Optional<ObjectNode> part = prune((ObjectNode) member.getValue(), inner);
      boolean isRequired =
          fragment
              .path("required")
              .valueStream()
              .anyMatch(name -> name.asString("").equals(member.getKey()));
      if (part.isEmpty() && isRequired) {
        return false;
      }
      // what is not required and never matches is kept as it is: the member must not be there
      ObjectNode wanted = part.orElse((ObjectNode) member.getValue());
      if (!wanted.isEmpty()) {
        kept.set(member.getKey(), wanted);
      }
    }
    if (!kept.isEmpty()) {
      left.set("properties", kept);
    }
    return true;
  }

  private static List<JsonNode> items(List<JsonNode> shapes) {
    return shapes.stream().map(shape -> shape.path("items")).flatMap(ParameterTree::forms).toList();
  }

  /** All values that there are; empty where they are not listed. */
  private static Optional<Set<JsonNode>> listed(List<JsonNode> shapes) {
    Set<JsonNode> values = new HashSet<>();
    for (JsonNode shape : shapes) {
      if (shape.has("const")) {
        values.add(shape.get("const"));
      } else if (shape.has("enum")) {
        shape.get("enum").forEach(values::add);
      } else {
        return Optional.empty();
      }
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }
}
