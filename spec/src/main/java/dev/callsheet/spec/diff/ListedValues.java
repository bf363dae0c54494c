package dev.callsheet.spec.diff;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Lists of values, as JSON Schema compares them: numbers by value. */
final class ListedValues {
  private ListedValues() {}

  /** Those of the values that another list lacks. */
  static List<JsonNode> lacking(List<JsonNode> values, List<JsonNode> others) {
    Predicate<JsonNode> isThere = FacetPredicates.of(new Facet.OneOf(others));
    return values.stream().filter(isThere.negate()).distinct().toList();
  }

  /** The values for people. */
  static String text(List<JsonNode> values) {
    return values.stream().map(JsonNode::toString).collect(Collectors.joining(", "));
  }
}
