package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.FacetPredicates;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A string, an integer, a number or a boolean. */
record ScalarValidator(JsonType type, List<FacetValidator> facets) implements ShapeValidator {

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return FacetPredicates.isOfType(value, type);
  }

  @Override
  public Requirement.Description expected() {
    return Requirements.ofType(type);
  }

  @Override
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    FacetValidator.reportFirstViolation(facets, location, violations);
  }
}
