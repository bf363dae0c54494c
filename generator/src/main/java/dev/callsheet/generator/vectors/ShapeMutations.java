package dev.callsheet.generator.vectors;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import dev.callsheet.spec.model.ShapeVisitor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ways in which a value can violate one constraint of its shape. Items of lists and members of
 * objects are parameters of their own, with mutations of their own.
 */
final class ShapeMutations implements ShapeVisitor<List<Mutation>> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A value of each type. */
  private static final List<JsonNode> VALUE_OF_EACH_TYPE =
      List.of(
          JSON.booleanNode(true),
          JSON.stringNode("of another type"),
          JSON.numberNode(7),
          JSON.arrayNode(),
          JSON.objectNode());

  @Override
  public List<Mutation> visitScalar(Shape.Scalar shape) {
    List<Mutation> mutations = withFacets(shape, FacetMutations.valueOfOtherType(shape.type()));
    if (shape.type() == JsonType.INTEGER) {
      mutations.add(
          new Mutation(StructuralRule.WRONG_TYPE, "fraction", ShapeMutations::withFraction));
    }
    return mutations;
  }

  private static JsonNode withFraction(JsonNode integer) {
    return JSON.numberNode(integer.decimalValue().add(new BigDecimal("0.5")));
  }

  @Override
  public List<Mutation> visitChoice(Shape.Choice shape) {
    return List.of(
        Mutation.replacing(
            StructuralRule.NOT_ALLOWED_VALUE, "", FacetMutations.otherValue(shape.values())));
  }

  @Override
  public List<Mutation> visitStructure(Shape.Structure shape) {
    List<Mutation> mutations = withFacets(shape, JSON.arrayNode());
    mutations.add(
        new Mutation(StructuralRule.UNKNOWN_PARAMETER, "", ShapeMutations::withUnknownParameter));
    shape.members().stream()
        .filter(Parameter::required)
        .map(Parameter::name)
        .forEach(
            name ->
                mutations.add(
                    new Mutation(
                        StructuralRule.MISSING_PARAMETER,
                        name,
                        value -> FacetMutations.without(value, name))));
    return mutations;
  }

  @Override
  public List<Mutation> visitDictionary(Shape.Dictionary shape) {
    return withFacets(shape, JSON.arrayNode());
  }

  @Override
  public List<Mutation> visitSequence(Shape.Sequence shape) {
    return withFacets(shape, JSON.stringNode("no list"));
  }

  /** A value of a type that no alternative has; none where every type is allowed. */
  @Override
  public List<Mutation> visitUnion(Shape.Union shape) {
    return VALUE_OF_EACH_TYPE.stream()
        .filter(value -> !shape.hasTypeOf(value))
        .limit(1)
        .map(value -> Mutation.replacing(StructuralRule.WRONG_TYPE, "", value))
        .toList();
  }

  private static List<Mutation> withFacets(Shape shape, JsonNode valueOfOtherType) {
    List<Mutation> mutations = new ArrayList<>();
    mutations.add(Mutation.replacing(StructuralRule.WRONG_TYPE, "", valueOfOtherType));
    FacetMutations facets = new FacetMutations();
    shape.facets().forEach(facet -> mutations.addAll(facet.accept(facets)));
    return mutations;
  }

  private static JsonNode withUnknownParameter(JsonNode object) {
    return ((ObjectNode) object.deepCopy()).set("notAParameter", JSON.booleanNode(true));
  }
}
