package dev.callsheet.generator.schema;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes as schemas, with the words and hints that editors show. */
final class ShapeSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ShapeSchema() {}

  static ObjectNode of(Shape shape) {
    ObjectNode schema = JSON.objectNode();
    if (shape instanceof Shape.Scalar scalar) {
      schema.put("type", scalar.type().keyword());
      scalar.facets().forEach(facet -> FacetSchema.add(facet, schema));
    } else if (shape instanceof Shape.Choice choice) {
      addChoice(choice, schema);
    } else if (shape instanceof Shape.Structure structure) {
      addMembers(structure, schema);
    } else if (shape instanceof Shape.Sequence sequence) {
      schema.put("type", JsonType.ARRAY.keyword());
      sequence.facets().forEach(facet -> FacetSchema.add(facet, schema));
      schema.set("items", of(sequence.items()));
    } else if (shape instanceof Shape.Union union) {
      addAlternatives(union, schema);
    }
    return schema;
  }

  private static void addChoice(Shape.Choice choice, ObjectNode schema) {
    if (choice.isConstant()) {
      schema.set("const", choice.values().get(0));
      return;
    }
    schema.set("enum", JSON.arrayNode().addAll(choice.values()));
    if (choice.options().stream().anyMatch(option -> !option.description().isEmpty())) {
      ArrayNode words = JSON.arrayNode();
      choice.options().forEach(option -> words.add(option.description()));
      schema.set("enumDescriptions", words);
    }
  }

  private static void addMembers(Shape.Structure structure, ObjectNode schema) {
    schema.put("type", JsonType.OBJECT.keyword());
    ArrayNode required = JSON.arrayNode();
    ObjectNode properties = JSON.objectNode();
    for (Parameter member : structure.members()) {
      properties.set(member.name(), of(member));
      if (member.required()) {
        required.add(member.name());
      }
    }
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
  }

  private static void addAlternatives(Shape.Union union, ObjectNode schema) {
    ArrayNode alternatives = JSON.arrayNode();
    for (Shape.Alternative alternative : union.alternatives()) {
      ObjectNode words = JSON.objectNode();
      putText(words, "title", alternative.title());
      putText(words, "description", alternative.description());
      alternatives.add(words.setAll(of(alternative.shape())));
    }
    schema.set("oneOf", alternatives);
  }

  private static ObjectNode of(Parameter parameter) {
    ObjectNode schema = JSON.objectNode();
    String unit = parameter.metadata().unit();
    String description = parameter.metadata().description();
    putText(
        schema, "description", unit == null ? description : description + " Unit: " + unit + ".");
    schema.setAll(of(parameter.shape()));
    JsonNode defaultValue = parameter.defaultValue();
    if (defaultValue != null) {
      schema.set("default", defaultValue);
    }
    return schema;
  }

  private static void putText(ObjectNode schema, String keyword, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      schema.put(keyword, text);
    }
  }
}
