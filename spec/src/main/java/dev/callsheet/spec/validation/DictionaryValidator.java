package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object whose members have any names.
 *
 * @param values of every member; null for anything
 */
record DictionaryValidator(@Nullable ShapeValidator values, List<FacetValidator> facets)
    implements ShapeValidator {

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return value.isObject();
  }

  @Override
  public Requirement.Description expected() {
    return Requirements.ofType(JsonType.OBJECT);
  }

  @Override
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    FacetValidator.reportFirstViolation(facets, location, violations);
    if (values != null) {
      for (String name : location.value().propertyNames()) {
        values.validate(Objects.requireNonNull(location.member(name)), violations);
      }
    }
  }
}
