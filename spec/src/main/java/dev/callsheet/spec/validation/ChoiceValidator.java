package dev.callsheet.spec.validation;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** One of a fixed list of values. */
record ChoiceValidator(List<JsonNode> values, List<JsonNodeType> types, Predicate<JsonNode> allowed)
    implements ShapeValidator {

  static ChoiceValidator of(List<JsonNode> values) {
    List<JsonNodeType> types = values.stream().map(JsonNode::getNodeType).distinct().toList();
    return new ChoiceValidator(values, types, FacetPredicates.of(new Facet.OneOf(values)));
  }

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return types.contains(value.getNodeType());
  }

  @Override
  public String expected() {
    return ViolationMessages.oneOf(values);
  }

  @Override
  public void validateContent(JsonLocation place, ViolationCollector mistakes) {
    if (!allowed.test(place.value())) {
      mistakes.addInvalidValue(
          StructuralRule.NOT_ALLOWED_VALUE, place, ViolationMessages.notAllowed(place, values));
    }
  }
}
