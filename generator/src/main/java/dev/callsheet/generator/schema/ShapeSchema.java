package dev.callsheet.generator.schema;

import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes as schemas, with the words and hints that editors show. */
final class ShapeSchema implements ShapeVisitor<ObjectNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final ShapeSchema VISITOR = new ShapeSchema();

  private ShapeSchema() {}

  static ObjectNode of(Shape shape) {
    return shape.accept(VISITOR);
  }

  @Override
  public ObjectNode visitScalar(Shape.Scalar shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", shape.type().keyword());
    FacetSchema.add(shape.facets(), schema);
    return schema;
  }

  @Override
  public ObjectNode visitChoice(Shape.Choice shape) {
    ObjectNode schema = JSON.objectNode();
    if (shape.isConstant()) {
      return schema.set("const", shape.values().get(0));
    }
    schema.set("enum", JSON.arrayNode().addAll(shape.values()));
    if (shape.options().stream().anyMatch(option -> !option.description().isEmpty())) {
      ArrayNode descriptions = JSON.arrayNode();
      shape.options().forEach(option -> descriptions.add(option.description()));
      schema.set("enumDescriptions", descriptions);
    }
    return schema;
  }

  @Override
  public ObjectNode visitStructure(Shape.Structure shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", JsonType.OBJECT.keyword());
    ArrayNode required = JSON.arrayNode();
    ObjectNode properties = JSON.objectNode();
    for (Parameter member : shape.members()) {
      properties.set(member.name(), of(member));
      if (member.required()) {
        required.add(member.name());
      }
    }
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  @Override
  public ObjectNode visitSequence(Shape.Sequence shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", JsonType.ARRAY.keyword());
    FacetSchema.add(shape.facets(), schema);
    return schema.set("items", of(shape.items()));
  }

  @Override
  public ObjectNode visitUnion(Shape.Union shape) {
    ArrayNode alternatives = JSON.arrayNode();
    for (Shape.Alternative alternative : shape.alternatives()) {
      ObjectNode schema = JSON.objectNode();
      putText(schema, "title", alternative.title());
      putText(schema, "description", alternative.description());
      alternatives.add(schema.setAll(of(alternative.shape())));
    }
    return JSON.objectNode().set("oneOf", alternatives);
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
    if (parameter.metadata().deprecation() != null) {
      schema.put("deprecated", true);
    }
    return schema;
  }

  private static void putText(ObjectNode schema, String keyword, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      schema.put(keyword, text);
    }
  }
}
