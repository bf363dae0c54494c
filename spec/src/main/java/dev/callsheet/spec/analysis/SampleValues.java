package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that shapes allow and that mean nothing: the plainest there are, with what is required and
 * no more. A string for whose pattern no example is found is a sample text.
 */
public final class SampleValues implements ShapeVisitor<JsonNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final SampleValues INSTANCE = new SampleValues();

  /** Longer lists are not made, whatever a shape asks for. */
  private static final int MAX_ITEMS = 100;

  private SampleValues() {}

  /** A value of a shape. */
  public static JsonNode of(Shape shape) {
    return shape.accept(INSTANCE);
  }

  @Override
  public JsonNode visitScalar(Shape.Scalar scalar) {
    return BoundaryValues.of(scalar.facets())
        .allowedValues(scalar, null)
        .findFirst()
        .orElseGet(() -> JSON.stringNode("sample text"));
  }

  @Override
  public JsonNode visitChoice(Shape.Choice choice) {
    return choice.values().get(0);
  }

  @Override
  public JsonNode visitStructure(Shape.Structure structure) {
    ObjectNode object = JSON.objectNode();
    structure.members().stream()
        .filter(Parameter::required)
        .forEach(member -> object.set(member.name(), of(member.shape())));
    return object;
  }

  @Override
  public JsonNode visitDictionary(Shape.Dictionary dictionary) {
    return ofMembers(dictionary, dictionary.minimum());
  }

  /** An object with so many members. */
  static ObjectNode ofMembers(Shape.Dictionary dictionary, int count) {
    Shape values = dictionary.values();
    ObjectNode object = JSON.objectNode();
    for (int i = 1; i <= count; i++) {
      object.set("member" + i, values == null ? JSON.stringNode("sample text") : of(values));
    }
    return object;
  }

  @Override
  public JsonNode visitSequence(Shape.Sequence sequence) {
    int count =
        ValuePartition.classesOf(sequence, null, List.of()).stream()
            .mapToInt(ValueClass::itemCount)
            .findFirst()
            .orElse(1);
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; i < Math.min(count, MAX_ITEMS); i++) {
      list.add(of(sequence.items()));
    }
    return list;
  }

  @Override
  public JsonNode visitUnion(Shape.Union union) {
    return of(union.alternatives().get(0).shape());
  }
}
