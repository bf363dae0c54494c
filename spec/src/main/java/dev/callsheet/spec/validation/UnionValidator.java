package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.spec.logic.JsonLocation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One of several shapes. A value that fits none gets the violations of the alternative that it has
 * the type of and that gives the fewest.
 */
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
  public void validateContent(JsonLocation location, ViolationCollector violations) {
    List<ViolationCollector> attempts = new ArrayList<>();
    for (ShapeValidator alternative : alternatives) {
      if (alternative.hasMatchingType(location.value())) {
        ViolationCollector attempt = new ViolationCollector();
        alternative.validateContent(location, attempt);
        attempts.add(attempt);
      }
    }
    long fitting = attempts.stream().filter(attempt -> attempt.count() == 0).count();
    if (fitting > 1) {
      violations.addInvalidValue(
          location, new Problem.AmbiguousValue(location.value(), Math.toIntExact(fitting)));
    } else if (fitting == 0) {
      violations.addAll(withFewestViolations(attempts));
    }
  }

  private static ViolationCollector withFewestViolations(List<ViolationCollector> attempts) {
    ViolationCollector best = attempts.get(0);
    for (ViolationCollector attempt : attempts) {
      best = attempt.count() < best.count() ? attempt : best;
    }
    return best;
  }
}
