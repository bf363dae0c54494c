package dev.callsheet.spec.validation;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Judges values by one facet.
 *
 * @param unit of the values, such as {@code s}; empty when they have none
 */
record FacetValidator(Facet facet, Predicate<JsonNode> test, String unit) {

  static List<FacetValidator> forFacets(List<Facet> facets, String unit) {
    return facets.stream()
        .map(facet -> new FacetValidator(facet, FacetPredicates.of(facet), unit))
        .toList();
  }

  /** Reports the first facet that does not hold: one value, one message. */
  static void reportFirstViolation(
      List<FacetValidator> facets, JsonLocation place, ViolationCollector mistakes) {
    for (FacetValidator judge : facets) {
      if (!judge.test.test(place.value())) {
        mistakes.addInvalidValue(
            judge.violatedRule(place.value()),
            place,
            FacetViolationMessages.message(judge.facet, place, judge.unit));
        return;
      }
    }
  }

  private StructuralRule violatedRule(JsonNode value) {
    if (facet instanceof Facet.OfType) {
      return StructuralRule.WRONG_TYPE;
    }
    if (facet instanceof Facet.Range || facet instanceof Facet.MultipleOf) {
      return StructuralRule.OUT_OF_RANGE;
    }
    if (facet instanceof Facet.Length) {
      return StructuralRule.WRONG_LENGTH;
    }
    if (facet instanceof Facet.Pattern
        || facet instanceof Facet.Format
        || facet instanceof Facet.Accepts) {
      return StructuralRule.WRONG_FORMAT;
    }
    if (facet instanceof Facet.ItemCount items) {
      Integer minimum = items.minimum();
      return minimum != null && value.size() < minimum
          ? StructuralRule.TOO_FEW_ITEMS
          : StructuralRule.TOO_MANY_ITEMS;
    }
    return StructuralRule.NOT_ALLOWED_VALUE;
  }
}
