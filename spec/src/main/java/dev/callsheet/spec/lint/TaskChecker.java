package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Judges tasks for one model by its parameters and rules. Made once for a model and used for any
 * number of tasks, by any number of threads.
 */
public final class TaskChecker {

  /** Makes the model's parameters and rules ready. */
  public TaskChecker(ModelSpec model, Reading reading) {}

  /**
   * All violations, with pointers from the task: parameters first, then rules, each in the order of
   * the spec. Empty when the task is as the model wants it.
   */
  public List<Violation> check(JsonNode task) {
    return List.of();
  }
}
