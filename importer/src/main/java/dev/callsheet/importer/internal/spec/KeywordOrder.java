package dev.callsheet.importer.internal.spec;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The order in which specs write the keywords of a shape: what is long comes last. */
final class KeywordOrder {
  private static final List<String> FIRST =
      List.of(
          "title",
          "$ref",
          "type",
          "const",
          "enum",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "lengthIn",
          "minItems",
          "maxItems",
          "uniqueItems",
          "pattern",
          "format",
          "accepts",
          "media",
          "default",
          "unit",
          "section",
          "pairedWith",
          "measured",
          "deprecated",
          "replacedBy",
          "ignoredWhen",
          "documented",
          "note",
          "description",
          "required");

  private KeywordOrder() {}

  /** The shape with its keywords, and those of what is inside, in that order. */
  static ObjectNode of(ObjectNode shape) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    for (String keyword : FIRST) {
      if (shape.has(keyword)) {
        ordered.set(keyword, shape.get(keyword));
      }
    }
    for (var entry : shape.properties()) {
      if (!ordered.has(entry.getKey())) {
        ordered.set(entry.getKey(), inner(entry.getKey(), entry.getValue()));
      }
    }
    return ordered;
  }

  private static JsonNode inner(String keyword, JsonNode value) {
    if (keyword.equals("properties")) {
      ObjectNode members = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(member -> members.set(member.getKey(), of((ObjectNode) member.getValue())));
      return members;
    }
    if (keyword.equals("oneOf")) {
      ArrayNode forms = JsonNodeFactory.instance.arrayNode();
      value.forEach(form -> forms.add(of((ObjectNode) form)));
      return forms;
    }
    return keyword.equals("items") && value instanceof ObjectNode items ? of(items) : value;
  }
}
