package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One of several shapes: a value is judged by the one it was probably meant to have. */
record UnionValidator(List<ShapeValidator> alternatives) implements ShapeValidator {

  @Override
  public boolean hasMatchingType(JsonNode value) {
    return alternatives.stream().anyMatch(alternative -> alternative.hasMatchingType(value));
  }

  @Override
  public Requirement.Description expected() {
    return new Requirement.AnyOf(alternatives.stream().map(ShapeValidator::expected).toList());
  }

  @Override
  public void validateContent(JsonLocation place, ViolationCollector mistakes) {
    List<ViolationCollector> verdicts = new ArrayList<>();
    for (ShapeValidator alternative : alternatives) {
      if (alternative.hasMatchingType(place.value())) {
        ViolationCollector verdict = new ViolationCollector();
        alternative.validateContent(place, verdict);
        verdicts.add(verdict);
      }
    }
    long fitting = verdicts.stream().filter(verdict -> verdict.count() == 0).count();
    if (fitting > 1) {
      mistakes.addInvalidValue(
          place, new Problem.AmbiguousValue(place.value(), Math.toIntExact(fitting)));
    } else if (fitting == 0) {
      mistakes.addAll(withFewestViolations(verdicts));
    }
  }

  private static ViolationCollector withFewestViolations(List<ViolationCollector> verdicts) {
    ViolationCollector best = verdicts.get(0);
    for (ViolationCollector verdict : verdicts) {
      best = verdict.count() < best.count() ? verdict : best;
    }
    return best;
  }
}
