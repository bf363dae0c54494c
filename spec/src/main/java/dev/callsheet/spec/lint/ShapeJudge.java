package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import tools.jackson.databind.JsonNode;

/** Judges values by what a parameter's value may be. */
interface ShapeJudge {
  /** Whether a value is of the right type, whatever else may be wrong with it. */
  boolean suits(JsonNode value);

  /** What a right value is, for people, such as {@code an integer}. */
  String wanted();

  /** Judges a value that suits. */
  void judgeSuited(Place place, Mistakes mistakes);

  /** Judges any value. */
  default void judge(Place place, Mistakes mistakes) {
    if (suits(place.value())) {
      judgeSuited(place, mistakes);
    } else {
      mistakes.wrongValue(StructuralRule.WRONG_TYPE, place, Say.wrongType(place, this));
    }
  }
}
