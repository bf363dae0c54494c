package dev.callsheet.linter.validation;

import dev.callsheet.spec.model.ModelSpec;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Validates tasks. Safe for use by several threads. */
public interface TaskValidator {
  /** Validates a task; violations have pointers from it. */
  ValidationResult validate(JsonNode task);

  /**
   * The spec whose parameters the members of this task are, where it is known. What is only around
   * a task, such as an envelope, has none.
   */
  Optional<ModelSpec> spec(JsonNode task);
}
