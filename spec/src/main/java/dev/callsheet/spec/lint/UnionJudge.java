package dev.callsheet.spec.lint;

import dev.callsheet.spec.calculus.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One of several shapes: a value is judged by the one it was probably meant to have. */
record UnionJudge(List<ShapeJudge> alternatives) implements ShapeJudge {

  @Override
  public boolean suits(JsonNode value) {
    return alternatives.stream().anyMatch(alternative -> alternative.suits(value));
  }

  @Override
  public String wanted() {
    return alternatives.stream()
        .map(ShapeJudge::wanted)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  @Override
  public void judgeSuited(Place place, Mistakes mistakes) {
    List<Mistakes> verdicts = new ArrayList<>();
    for (ShapeJudge alternative : alternatives) {
      if (alternative.suits(place.value())) {
        Mistakes verdict = new Mistakes();
        alternative.judgeSuited(place, verdict);
        verdicts.add(verdict);
      }
    }
    long fitting = verdicts.stream().filter(verdict -> verdict.count() == 0).count();
    if (fitting > 1) {
      mistakes.wrongValue(StructuralRule.NOT_ALLOWED_VALUE, place, Say.ambiguous(place, fitting));
    } else if (fitting == 0) {
      mistakes.addAll(fewest(verdicts));
    }
  }

  private static Mistakes fewest(List<Mistakes> verdicts) {
    Mistakes best = verdicts.get(0);
    for (Mistakes verdict : verdicts) {
      best = verdict.count() < best.count() ? verdict : best;
    }
    return best;
  }
}
