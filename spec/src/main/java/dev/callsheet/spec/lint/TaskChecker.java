package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Judges tasks for one model by its parameters and rules. Made once for a model and used for any
 * number of tasks, by any number of threads.
 */
public final class TaskChecker {
  private final ShapeJudge request;
  private final List<RuleJudge> rules;

  /** Makes the model's parameters and rules ready. */
  public TaskChecker(ModelSpec model, Reading reading) {
    this.request = Judges.of(model.request());
    this.rules = model.rules().stream().map(rule -> new RuleJudge(rule, reading)).toList();
  }

  /**
   * All violations, with pointers from the task: parameters first, then rules, each in the order of
   * the spec. Empty when the task is as the model wants it. One mistake gives one violation: a rule
   * is not broken by a value that is itself wrong, nor by the absence of a parameter that was
   * misspelt.
   */
  public List<Violation> check(JsonNode task) {
    Mistakes mistakes = new Mistakes();
    Place place = Place.root(task);
    request.judge(place, mistakes);
    if (task.isObject()) {
      rules.forEach(rule -> rule.judge(place, mistakes));
    }
    return mistakes.violations();
  }
}
