package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A list. */
record SequenceJudge(ShapeJudge items, List<FacetJudge> facets) implements ShapeJudge {

  @Override
  public boolean suits(JsonNode value) {
    return value.isArray();
  }

  @Override
  public String wanted() {
    return "a list";
  }

  @Override
  public void judgeSuited(Place place, Mistakes mistakes) {
    FacetJudge.firstBroken(facets, place, mistakes);
    place.items().forEach(item -> items.judge(item, mistakes));
  }
}
