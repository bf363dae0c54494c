package dev.callsheet.spec.validation;

import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.spec.logic.JsonLocation;
import tools.jackson.databind.JsonNode;

/** Judges values by what a parameter's value may be. */
interface ShapeValidator {
  /** Whether a value is of the right type, whatever else may be wrong with it. */
  boolean hasMatchingType(JsonNode value);

  /** What a right value is, for people, such as {@code an integer}. */
  String expected();

  /** Judges a value that suits. */
  void validateContent(JsonLocation place, ViolationCollector mistakes);

  /** Judges any value. */
  default void validate(JsonLocation place, ViolationCollector mistakes) {
    if (hasMatchingType(place.value())) {
      validateContent(place, mistakes);
    } else {
      mistakes.addInvalidValue(
          StructuralRule.WRONG_TYPE, place, ViolationMessages.wrongType(place, this));
    }
  }
}
