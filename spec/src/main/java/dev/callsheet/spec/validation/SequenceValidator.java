package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
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
  public Requirement.Description expected() {
    return Requirements.ofType(JsonType.ARRAY);
  }

  @Override
  public Problem.TypeHint typeHint(JsonNode value) {
    Problem.TypeHint hint = ShapeValidator.super.typeHint(value);
    return hint == Problem.TypeHint.NONE && items.hasMatchingType(value)
        ? Problem.TypeHint.PUT_IN_BRACKETS
        : hint;
  }

  @Override
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    FacetValidator.reportFirstViolation(facets, location, violations);
    location.items().forEach(item -> items.validate(item, violations));
  }
}
