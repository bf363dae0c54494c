package dev.callsheet.spec.validation;

import dev.callsheet.spec.logic.JsonLocation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A list. */
record SequenceValidator(ShapeValidator items, List<FacetValidator> facets)
    implements ShapeValidator {

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return value.isArray();
  }

  @Override
  public String expected() {
    return "a list";
  }

  @Override
  public void validateContent(JsonLocation place, ViolationCollector mistakes) {
    FacetValidator.reportFirstViolation(facets, place, mistakes);
    place.items().forEach(item -> items.validate(item, mistakes));
  }
}
