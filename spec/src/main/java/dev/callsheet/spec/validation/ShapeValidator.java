package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import tools.jackson.databind.JsonNode;

/** Validates values by the shape of a parameter. */
interface ShapeValidator {
  /** Whether a value is of the right type, whatever else may be wrong with it. */
  boolean hasMatchingType(JsonNode value);

  /** What a value of the right type is. */
  Requirement.Description expected();

  /** Validates a value of the right type. */
  void validateContent(JsonLocation location, ViolationCollector violations);

  /** Validates any value. */
  default void validate(JsonLocation location, ViolationCollector violations) {
    if (hasMatchingType(location.value())) {
      validateContent(location, violations);
    } else {
      violations.addInvalidValue(
          location,
          new Problem.WrongType(location.value(), expected(), typeHint(location.value())));
    }
  }

  /** What to do about a value of the wrong type. */
  default Problem.TypeHint typeHint(JsonNode value) {
    if (value.isNull()) {
      return Problem.TypeHint.LEAVE_OUT;
    }
    return value.isString()
            && QuotedScalar.parse(value.stringValue()).filter(this::hasMatchingType).isPresent()
        ? Problem.TypeHint.REMOVE_QUOTES
        : Problem.TypeHint.NONE;
  }
}
