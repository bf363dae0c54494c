package dev.callsheet.spec.validation;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Judges tasks for one model by its parameters and rules. Made once for a model and used for any
 * number of tasks, by any number of threads.
 */
public final class ModelValidator {
  private final ShapeValidator request;
  private final List<RuleValidator> rules;

  /** Makes the model's parameters and rules ready. */
  public ModelValidator(ModelSpec model, RuleInterpretation reading) {
    this.request = ValidatorFactory.forRequest(model.request());
    this.rules = model.rules().stream().map(rule -> new RuleValidator(rule, reading)).toList();
  }

  /**
   * All violations, with pointers from the task: parameters first, then rules, each in the order of
   * the spec. Empty when the task is as the model wants it. One mistake gives one violation: a rule
   * is not broken by a value that is itself wrong, nor by the absence of a parameter that was
   * misspelt.
   */
  public List<Violation> validate(JsonNode task) {
    ViolationCollector mistakes = new ViolationCollector();
    JsonLocation place = JsonLocation.root(task);
    request.validate(place, mistakes);
    if (task.isObject()) {
      rules.forEach(rule -> rule.validate(place, mistakes));
    }
    return mistakes.violations();
  }
}
