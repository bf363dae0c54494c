package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.JsonType;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Place;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A string, an integer, a number or a boolean. */
record ScalarJudge(JsonType type, List<FacetJudge> facets) implements ShapeJudge {

  @Override
  public boolean suits(JsonNode value) {
    return Matching.isOfType(value, type);
  }

  @Override
  public String wanted() {
    return switch (type) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
    };
  }

  @Override
  public void judgeSuited(Place place, Mistakes mistakes) {
    FacetJudge.firstBroken(facets, place, mistakes);
  }
}
