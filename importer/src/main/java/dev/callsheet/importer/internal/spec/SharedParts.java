package dev.callsheet.importer.internal.spec;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model gets from the fragments that it includes.
 *
 * @param includes the names of these fragments
 * @param merged all that they say, merged
 */
record SharedParts(List<String> includes, ObjectNode merged) {
  /** Nothing. */
  static final SharedParts NONE = new SharedParts(List.of(), JsonNodeFactory.instance.objectNode());

  /** What these fragments say; empty when they cannot be merged. */
  static Optional<SharedParts> of(List<String> includes, IncludeResolver files) {
    String text =
        "callsheet: 1\nmodel: {id: shared, name: shared, status: live}\ninclude: ["
            + String.join(", ", includes)
            + "]\n";
    try {
      JsonNode merged = new SpecParser(files).merge("shared.yaml", text).json();
      return Optional.of(new SharedParts(includes, (ObjectNode) merged));
    } catch (SpecException unusable) {
      return Optional.empty();
    }
  }

  /** The shape of the request, as far as it is shared. */
  ObjectNode request() {
    return shape(merged.path("parameters"), merged.path("required"));
  }

  /** The shape of a result, as far as it is shared. */
  ObjectNode result() {
    JsonNode response = merged.path("response");
    return shape(response.path("properties"), response.path("required"));
  }

  private static ObjectNode shape(JsonNode properties, JsonNode required) {
    ObjectNode shape = JsonNodeFactory.instance.objectNode().put("type", "object");
    if (required.isArray()) {
      shape.set("required", required);
    }
    shape.set(
        "properties", properties.isObject() ? properties : JsonNodeFactory.instance.objectNode());
    return shape;
  }

  /** Shapes that can be referred to, by their names. */
  ObjectNode definitions() {
    return merged.path("$defs") instanceof ObjectNode definitions
        ? definitions
        : JsonNodeFactory.instance.objectNode();
  }

  /** The ids of its rules. */
  Set<String> ruleIds() {
    Set<String> ids = new LinkedHashSet<>();
    collectIds(merged.path("rules"), ids);
    return ids;
  }

  private static void collectIds(JsonNode rules, Set<String> ids) {
    for (JsonNode rule : rules) {
      if (rule.has("each")) {
        collectIds(rule.path("rules"), ids);
      } else {
        ids.add(rule.path("id").asString(""));
      }
    }
  }

  /** The ids of the rules that name a parameter, by its path. */
  Set<String> rulesThatName(String path) {
    Set<String> ids = new LinkedHashSet<>();
    for (JsonNode rule : merged.path("rules")) {
      if (names(rule, path)) {
        collectIds(JsonNodeFactory.instance.arrayNode().add(rule), ids);
      }
    }
    return ids;
  }

  private static boolean names(JsonNode node, String path) {
    if (node.isString()) {
      return isAtOrBelow(node.stringValue(), path);
    }
    return node.propertyNames().stream().anyMatch(name -> isAtOrBelow(name, path))
        || node.valueStream().anyMatch(value -> names(value, path));
  }

  private static boolean isAtOrBelow(String text, String path) {
    return text.equals(path) || text.startsWith(path + ".") || text.startsWith(path + "[");
  }
}
