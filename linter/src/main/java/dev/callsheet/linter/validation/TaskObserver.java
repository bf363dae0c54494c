package dev.callsheet.linter.validation;

import tools.jackson.databind.JsonNode;

/** Receives every task that is validated; called by several threads at once. */
@FunctionalInterface
public interface TaskObserver {
  /**
   * A task was validated, with this result; neither may be changed. Of an envelope, it is the task
   * in it where its model is known, with what is wrong with the envelope too.
   */
  void onTask(JsonNode task, ValidationResult result);
}
