package dev.callsheet.linter.validation;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.validation.ModelValidator;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The validators of models, each made when it is first needed. */
final class ModelTaskValidators {
  private final RuleInterpretation interpretation;
  private final Clock clock;
  private final Map<String, TaskValidator> validators = new ConcurrentHashMap<>();

  ModelTaskValidators(RuleInterpretation interpretation, Clock clock) {
    this.interpretation = interpretation;
    this.clock = clock;
  }

  TaskValidator of(ModelSpec model) {
    return validators.computeIfAbsent(
        model.qualifiedId(),
        id -> new ModelTaskValidator(model, new ModelValidator(model, interpretation, clock)));
  }
}
