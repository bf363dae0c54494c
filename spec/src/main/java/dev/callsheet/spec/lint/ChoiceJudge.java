package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Facet;
import dev.callsheet.spec.calculus.Matching;
import dev.callsheet.spec.calculus.Place;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** One of a fixed list of values. */
record ChoiceJudge(List<JsonNode> values, List<JsonNodeType> types, Predicate<JsonNode> allowed)
    implements ShapeJudge {

  static ChoiceJudge of(List<JsonNode> values) {
    List<JsonNodeType> types = values.stream().map(JsonNode::getNodeType).distinct().toList();
    return new ChoiceJudge(values, types, Matching.of(new Facet.OneOf(values)));
  }

  @Override
  public boolean suits(JsonNode value) {
    return types.contains(value.getNodeType());
  }

  @Override
  public String wanted() {
    return Say.oneOf(values);
  }

  @Override
  public void judgeSuited(Place place, Mistakes mistakes) {
    if (!allowed.test(place.value())) {
      mistakes.wrongValue(StructuralRule.NOT_ALLOWED_VALUE, place, Say.notAllowed(place, values));
    }
  }
}
