package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Validates tasks for one model by its parameters and rules. Made once for a model and used for any
 * number of tasks, by any number of threads.
 */
public final class ModelValidator {
  private final ShapeValidator request;
  private final List<RuleValidator> rules;

  /** A clock that stands before every sunset, so that what it judges does not depend on time. */
  private static final Clock BEFORE_EVERY_SUNSET = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  /**
   * Compiles the model's parameters and rules.
   *
   * @param clock whose date decides whether what is deprecated is still accepted
   */
  public ModelValidator(ModelSpec model, RuleInterpretation interpretation, Clock clock) {
    this.request = ValidatorFactory.forRequest(model.request());
    this.rules =
        model.rulesAndAdvice().stream()
            .map(rule -> new RuleValidator(rule, interpretation, clock))
            .toList();
  }

  /** The same; what is deprecated is accepted, whatever the date. */
  public ModelValidator(ModelSpec model, RuleInterpretation interpretation) {
    this(model, interpretation, BEFORE_EVERY_SUNSET);
  }

  /**
   * All violations, with pointers from the task: parameters first, then rules, each in the order of
   * the spec. Empty when the task is valid. One error gives one violation: a rule is not broken by
   * a value that is itself wrong, nor by the absence of a parameter that was misspelt.
   */
  public List<Violation> validate(JsonNode task) {
    ViolationCollector violations = new ViolationCollector();
    JsonLocation location = JsonLocation.root(task);
    request.validate(location, violations);
    if (task.isObject()) {
      for (RuleValidator rule : rules) {
        rule.validate(location, violations);
      }
    }
    return violations.violations();
  }
}
