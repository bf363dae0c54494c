package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import tools.jackson.databind.JsonNode;

/** Judges values by what a parameter's value may be. */
interface ShapeValidator {
  /** Whether a value is of the right type, whatever else may be wrong with it. */
  boolean hasMatchingType(JsonNode value);

  /** What a value of the right type is. */
  Requirement.Description expected();

  /** Judges a value that suits. */
  void validateContent(JsonLocation place, ViolationCollector mistakes);

  /** Judges any value. */
  default void validate(JsonLocation place, ViolationCollector mistakes) {
    if (hasMatchingType(place.value())) {
      validateContent(place, mistakes);
    } else {
      mistakes.addInvalidValue(
          place, new Problem.WrongType(place.value(), expected(), typeHint(place.value())));
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
