package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.internal.messages.NearestNumber;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
  public Requirement.Description expected() {
    return new Requirement.OneOf(values);
  }

  @Override
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    if (!allowed.test(location.value())) {
      violations.addInvalidValue(
          location,
          new Problem.WrongValue(location.value(), expected(), nearestAllowed(location.value())));
    }
  }

  private @Nullable JsonNode nearestAllowed(JsonNode value) {
    if (values.size() == 1) {
      return null;
    }
    if (value.isNumber()) {
      return nearestNumber(JsonNumbers.decimalValue(value));
    }
    List<String> texts = values.stream().map(ChoiceValidator::text).toList();
    return SpellingSuggestion.nearest(text(value), texts)
        .map(near -> values.get(texts.indexOf(near)))
        .orElse(null);
  }

  private @Nullable JsonNode nearestNumber(BigDecimal number) {
    List<JsonNode> numbers =
        values.stream()
            .filter(value -> value.isNumber() && JsonNumbers.isCalculable(value.decimalValue()))
            .toList();
    return JsonNumbers.isCalculable(number)
        ? NearestNumber.in(numbers, number, JsonNode::decimalValue).orElse(null)
        : null;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }
}
