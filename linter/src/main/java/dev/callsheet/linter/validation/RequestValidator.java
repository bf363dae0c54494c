package dev.callsheet.linter.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.spec.validation.ViolationCollector;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Validates each task with the validator of the model that it names. Made once for a catalogue and
 * used for any number of tasks, by any number of threads.
 */
public final class RequestValidator {
  private final ModelCatalogue catalogue;
  private final RuleInterpretation interpretation;
  private final Map<String, ModelValidator> validators;
  private final TaskObserver observer;

  private final Clock clock;

  /**
   * Validates by the models of a catalogue.
   *
   * @param clock whose date decides whether what is deprecated is still accepted
   */
  public RequestValidator(
      ModelCatalogue catalogue, RuleInterpretation interpretation, Clock clock) {
    this.catalogue = catalogue;
    this.interpretation = interpretation;
    this.clock = clock;
    this.validators = new ConcurrentHashMap<>();
    this.observer = (task, result) -> {};
  }

  private RequestValidator(RequestValidator other, TaskObserver observer) {
    this.catalogue = other.catalogue;
    this.interpretation = other.interpretation;
    this.clock = other.clock;
    this.validators = other.validators;
    this.observer = observer;
  }

  /**
   * A validator that shares all that this one has prepared, and hands each task that it {@linkplain
   * #validate validates} to an observer.
   */
  public RequestValidator observedBy(TaskObserver newObserver) {
    return new RequestValidator(this, newObserver);
  }

  /**
   * The result of validating one task.
   *
   * @param model the id of its model; null when that is not known
   * @param violations with pointers from the task; empty when nothing is wrong
   */
  public record ValidationResult(@Nullable String model, List<Violation> violations) {
    /** Copies the list, so that a result never changes. */
    public ValidationResult {
      violations = List.copyOf(violations);
    }

    private static ValidationResult of(ViolationCollector violations) {
      return new ValidationResult(null, violations.violations());
    }
  }

  /**
   * Validates one task. One that needs no model, such as {@code getResponse}, has no violations.
   */
  public ValidationResult validate(JsonNode task) {
    ValidationResult result = resultOf(task);
    observer.onTask(task, result);
    return result;
  }

  private ValidationResult resultOf(JsonNode task) {
    ViolationCollector violations = new ViolationCollector();
    JsonLocation root = JsonLocation.root(task);
    JsonLocation model = root.member("model");
    JsonLocation type = root.member("taskType");
    String taskType = type != null && type.value().isString() ? type.value().stringValue() : "";
    if (!task.isObject()) {
      violations.addInvalidValue(
          root, new Problem.WrongType(task, Requirement.Type.OBJECT, Problem.TypeHint.NONE));
    } else if (TaskTypes.WITHOUT_MODEL.contains(taskType)) {
      return ValidationResult.of(violations);
    } else if (model == null) {
      validateWithoutModel(root, type, taskType, violations);
    } else if (!model.value().isString()) {
      violations.addInvalidValue(
          model,
          new Problem.WrongType(model.value(), new Requirement.ModelId(), Problem.TypeHint.NONE));
    } else {
      return validateWithModel(model, task, violations);
    }
    return ValidationResult.of(violations);
  }

  /** The spec of the model that a task names, where it is known. */
  public Optional<ModelSpec> spec(JsonNode task) {
    JsonNode model = task.get("model");
    return model != null && model.isString()
        ? catalogue.find(model.stringValue())
        : Optional.empty();
  }

  /** The known model's id that is most like one that is not known. */
  public Optional<String> nearestModel(String id) {
    return catalogue.nearestId(id);
  }

  private ValidationResult validateWithModel(
      JsonLocation model, JsonNode task, ViolationCollector violations) {
    String id = model.value().stringValue();
    ModelSpec spec = catalogue.find(id).orElse(null);
    if (spec == null) {
      violations.addInvalidValue(
          model, new Problem.UnknownModel(id, catalogue.nearestId(id).orElse(null)));
      return ValidationResult.of(violations);
    }
    ModelValidator validator =
        validators.computeIfAbsent(id, key -> new ModelValidator(spec, interpretation, clock));
    return new ValidationResult(id, validator.validate(task));
  }

  private static void validateWithoutModel(
      JsonLocation task,
      @Nullable JsonLocation type,
      String taskType,
      ViolationCollector violations) {
    if (TaskTypes.WITH_OPTIONAL_MODEL.contains(taskType)) {
      return;
    }
    if (type == null || TaskTypes.WITH_REQUIRED_MODEL.contains(taskType)) {
      violations.addMissingParameter(
          task, new Problem.MissingParameter("model", new Requirement.ModelId()));
      return;
    }
    List<String> known = knownTaskTypes();
    violations.addInvalidValue(
        type,
        new Problem.WrongValue(
            type.value(),
            new Requirement.OneOf(known),
            SpellingSuggestion.nearest(taskType, known).orElse(null)));
  }

  private static List<String> knownTaskTypes() {
    return Stream.of(
            TaskTypes.WITH_REQUIRED_MODEL, TaskTypes.WITHOUT_MODEL, TaskTypes.WITH_OPTIONAL_MODEL)
        .flatMap(types -> types.stream().sorted())
        .toList();
  }
}
