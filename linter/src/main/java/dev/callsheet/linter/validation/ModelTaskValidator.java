package dev.callsheet.linter.validation;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.model.LegacyNames;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RenamedRequest;
import dev.callsheet.spec.validation.ModelValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Validates tasks that are known to be for one model. A task with names of earlier days is
 * validated as it would be called today, with a warning for each of them.
 */
record ModelTaskValidator(ModelSpec model, ModelValidator validator, LegacyNames legacy)
    implements TaskValidator {
  ModelTaskValidator(ModelSpec model, ModelValidator validator) {
    this(model, validator, LegacyNames.of(model));
  }

  @Override
  public ValidationResult validate(JsonNode task) {
    RenamedRequest renamed = RenamedRequest.of(task, legacy);
    Optional<Violation> oldTask = LegacyTasks.warning(task, model.metadata().identity(), legacy);
    if (renamed.moves().isEmpty() && oldTask.isEmpty()) {
      return new ValidationResult(model, validator.validate(task));
    }
    List<Violation> violations = new ArrayList<>();
    oldTask.ifPresent(violations::add);
    renamed.outermostMoves().forEach(move -> violations.add(warning(move)));
    validator.validate(legacy.renameTask(renamed.request(), model.metadata().identity())).stream()
        .map(violation -> asWritten(violation, renamed))
        .forEach(violations::add);
    return new ValidationResult(model, violations);
  }

  private static Violation warning(RenamedRequest.Move move) {
    return new Violation(
        Severity.WARNING, move.from().toString(), new Problem.LegacyParameter(move.to().path()));
  }

  private static Violation asWritten(Violation violation, RenamedRequest renamed) {
    return new Violation(
        violation.rule(),
        violation.severity(),
        asWritten(violation.pointer(), renamed),
        violation.problem(),
        violation.related().stream().map(place -> asWritten(place, renamed)).toList());
  }

  private static String asWritten(String pointer, RenamedRequest renamed) {
    return renamed.written(JsonPointer.parse(pointer)).toString();
  }

  @Override
  public Optional<ModelSpec> spec(JsonNode task) {
    return Optional.of(model);
  }
}
