package dev.callsheet.linter.validation;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Validates tasks that are known to be for one model. */
record ModelTaskValidator(ModelSpec model, ModelValidator validator) implements TaskValidator {
  @Override
  public ValidationResult validate(JsonNode task) {
    return new ValidationResult(model, validator.validate(task));
  }

  @Override
  public Optional<ModelSpec> spec(JsonNode task) {
    return Optional.of(model);
  }
}
