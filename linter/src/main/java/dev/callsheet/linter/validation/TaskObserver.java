package dev.callsheet.linter.validation;

import tools.jackson.databind.JsonNode;

/** Receives every task that is validated; called by several threads at once. */
@FunctionalInterface
public interface TaskObserver {
  /** A task was validated, with this result; neither may be changed. */
  void onTask(JsonNode task, RequestValidator.ValidationResult result);
}
