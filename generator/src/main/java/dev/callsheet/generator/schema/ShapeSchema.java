package dev.callsheet.generator.schema;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shapes as schemas, with the words and hints that editors show. */
final class ShapeSchema implements ShapeVisitor<ObjectNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String path;
  private final ArrayNode notExpressed;

  private ShapeSchema(String path, ArrayNode notExpressed) {
    this.path = path;
    this.notExpressed = notExpressed;
  }

  /**
   * The schema of a request.
   *
   * @param notExpressed is given an entry for everything that the schema does not check
   */
  static ObjectNode of(Shape.Structure request, ArrayNode notExpressed) {
    return request.accept(new ShapeSchema("", notExpressed));
  }

  private ObjectNode at(String place, Shape shape) {
    return shape.accept(new ShapeSchema(place, notExpressed));
  }

  @Override
  public ObjectNode visitScalar(Shape.Scalar shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", shape.type().keyword());
    addFacets(shape, schema);
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
    addFacets(shape, schema);
    return schema.set("items", at(path + "[]", shape.items()));
  }

  @Override
  public ObjectNode visitDictionary(Shape.Dictionary shape) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", JsonType.OBJECT.keyword());
    addFacets(shape, schema);
    Shape values = shape.values();
    return values == null
        ? schema.put("additionalProperties", true)
        : schema.set("additionalProperties", at(path + ".*", values));
  }

  /** Where a form is only said in part, a value may fit it and another, so any of them is right. */
  @Override
  public ObjectNode visitUnion(Shape.Union shape) {
    int before = notExpressed.size();
    ArrayNode alternatives = JSON.arrayNode();
    for (Shape.Alternative alternative : shape.alternatives()) {
      ObjectNode schema = JSON.objectNode();
      putText(schema, "title", alternative.title());
      putText(schema, "description", alternative.description());
      alternatives.add(schema.setAll(at(path, alternative.shape())));
    }
    boolean isExact = notExpressed.size() == before;
    if (!isExact) {
      addNotExpressed(StructuralRule.NOT_ALLOWED_VALUE, "A value fits exactly one form.");
    }
    return JSON.objectNode().set(isExact ? "oneOf" : "anyOf", alternatives);
  }

  private void addFacets(Shape shape, ObjectNode schema) {
    List<Facet> said = new ArrayList<>();
    for (Facet facet : shape.facets()) {
      if (FacetSchema.canExpress(facet)) {
        said.add(facet);
      } else if (facet instanceof Facet.Length length) {
        said.add(facet);
        schema.put("x-callsheet-length-in", length.unit().keyword());
        addNotExpressed(
            StructuralRule.WRONG_LENGTH,
            "Lengths are counted in units of `" + length.unit().keyword() + "`.");
      } else {
        addNotExpressed(
            StructuralRule.NOT_ALLOWED_VALUE, "Lengths inside are not counted in code points.");
      }
    }
    FacetSchema.add(said, schema);
  }

  private void addNotExpressed(StructuralRule rule, String description) {
    notExpressed.add(
        JSON.objectNode()
            .put("title", rule.id())
            .put("description", description)
            .put(SchemaExport.PATH, path));
  }

  private ObjectNode of(Parameter parameter) {
    ObjectNode schema = JSON.objectNode();
    String unit = parameter.metadata().unit();
    String description = parameter.metadata().description();
    putText(
        schema, "description", unit == null ? description : description + " Unit: " + unit + ".");
    schema.setAll(at(parameter.path().toString(), parameter.shape()));
    putText(schema, "x-callsheet-media", parameter.metadata().media());
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
