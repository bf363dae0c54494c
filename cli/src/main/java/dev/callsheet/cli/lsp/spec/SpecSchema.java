package dev.callsheet.cli.lsp.spec;

import dev.callsheet.spec.parser.SpecLanguageSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema of the spec language, looked up by the keys that lead to a place. Where a value
 * may be one of several things, all of them count: what is being written does not say yet which.
 */
final class SpecSchema {
  private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");
  private static final List<String> CONDITIONALS = List.of("then", "else");
  private static final String DEFINITION = "#/$defs/";

  private final JsonNode root = new JsonMapper().readTree(SpecLanguageSchema.text());

  /** The schemas of the values at a place; none where the language has no such place. */
  List<JsonNode> at(List<String> path) {
    Set<JsonNode> found = resolved(root);
    for (String step : path) {
      Set<JsonNode> next = new LinkedHashSet<>();
      for (JsonNode schema : found) {
        JsonNode inside = inside(schema, step);
        if (inside != null && inside.isObject()) {
          next.addAll(resolved(inside));
        }
      }
      found = next;
    }
    return List.copyOf(found);
  }

  /** The keys that an object at a place may have, each with its schema. */
  Map<String, JsonNode> keys(List<String> path) {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    for (JsonNode schema : at(path)) {
      schema.path("properties").forEachEntry(keys::putIfAbsent);
    }
    return keys;
  }

  /** The values that are listed for a place. */
  List<JsonNode> values(List<String> path) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode schema : at(path)) {
      schema.path("enum").forEach(values::add);
      if (schema.has("const")) {
        values.add(schema.get("const"));
      }
    }
    return values.stream().distinct().toList();
  }

  /** What the schema says of a key, in a sentence or two; empty where it says nothing. */
  String description(JsonNode schema) {
    return resolved(schema).stream()
        .map(each -> each.path("description").asString(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static @Nullable JsonNode inside(JsonNode schema, String step) {
    if (step.equals(YamlCursor.ITEM)) {
      return schema.get("items");
    }
    JsonNode named = schema.path("properties").get(step);
    return named != null ? named : schema.get("additionalProperties");
  }

  /** A schema with what it refers to and what it may be instead. */
  private Set<JsonNode> resolved(JsonNode schema) {
    Set<JsonNode> all = new LinkedHashSet<>();
    addResolved(schema, all);
    return all;
  }

  private void addResolved(JsonNode schema, Set<JsonNode> all) {
    if (!schema.isObject() || !all.add(schema)) {
      return;
    }
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith(DEFINITION)) {
      addResolved(root.path("$defs").path(reference.substring(DEFINITION.length())), all);
    }
    for (String keyword : ALTERNATIVES) {
      schema.path(keyword).forEach(each -> addResolved(each, all));
    }
    for (String keyword : CONDITIONALS) {
      addResolved(schema.path(keyword), all);
    }
  }
}
