package dev.callsheet.spec.validation;

import dev.callsheet.spec.logic.Facet;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Validates values by one facet.
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
      List<FacetValidator> facets, JsonLocation location, ViolationCollector violations) {
    for (FacetValidator validator : facets) {
      if (!validator.test.test(location.value())) {
        violations.addInvalidValue(
            location, FacetProblems.of(validator.facet, location.value(), validator.unit));
        return;
      }
    }
  }
}
