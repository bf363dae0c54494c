package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Place;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Judges values by one facet.
 *
 * @param unit of the values, such as {@code s}; empty when they have none
 */
record FacetJudge(Facet facet, Predicate<JsonNode> test, String unit) {

  static List<FacetJudge> all(List<Facet> facets, String unit) {
    return facets.stream().map(facet -> new FacetJudge(facet, Matching.of(facet), unit)).toList();
  }

  /** Reports the first facet that does not hold: one value, one message. */
  static void firstBroken(List<FacetJudge> facets, Place place, Mistakes mistakes) {
    for (FacetJudge judge : facets) {
      if (!judge.test.test(place.value())) {
        mistakes.wrongValue(
            judge.rule(place.value()), place, SayFacet.broken(judge.facet, place, judge.unit));
        return;
      }
    }
  }

  private StructuralRule rule(JsonNode value) {
    if (facet instanceof Facet.OfType) {
      return StructuralRule.WRONG_TYPE;
    }
    if (facet instanceof Facet.Range || facet instanceof Facet.Step) {
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
    if (facet instanceof Facet.Items items) {
      Integer minimum = items.minimum();
      return minimum != null && value.size() < minimum
          ? StructuralRule.TOO_FEW_ITEMS
          : StructuralRule.TOO_MANY_ITEMS;
    }
    return StructuralRule.NOT_ALLOWED_VALUE;
  }
}
