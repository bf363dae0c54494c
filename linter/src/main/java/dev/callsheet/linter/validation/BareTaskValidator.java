package dev.callsheet.linter.validation;

import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.TaskKinds;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.validation.ViolationCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Validates each task with the validator of the model that it names itself. */
final class BareTaskValidator implements TaskValidator {
  private final ModelCatalogue catalogue;
  private final ModelTaskValidators validators;

  /** By the ids of models that tasks have named. */
  private final Map<String, TaskValidator> named = new ConcurrentHashMap<>();

  BareTaskValidator(ModelCatalogue catalogue, ModelTaskValidators validators) {
    this.catalogue = catalogue;
    this.validators = validators;
  }

  /** One that needs no model has no violations. */
  @Override
  public ValidationResult validate(JsonNode task) {
    ViolationCollector violations = new ViolationCollector();
    JsonLocation root = JsonLocation.root(task);
    JsonLocation model = root.member(RequestIdentity.MODEL);
    if (!task.isObject()) {
      violations.addInvalidValue(
          root, new Problem.WrongType(task, Requirement.Type.OBJECT, Problem.TypeHint.NONE));
    } else if (isWithoutModel(root)) {
      return new ValidationResult(null, legacyKind(task));
    } else if (model == null) {
      validateWithoutModel(root, violations);
      List<Violation> all = new ArrayList<>(legacyKind(task));
      all.addAll(violations.violations());
      return new ValidationResult(null, all);
    } else if (!model.value().isString()) {
      violations.addInvalidValue(
          model,
          new Problem.WrongType(model.value(), new Requirement.ModelId(), Problem.TypeHint.NONE));
    } else {
      return validateWithModel(model, task, violations);
    }
    return new ValidationResult(null, violations.violations());
  }

  @Override
  public Optional<ModelSpec> spec(JsonNode task) {
    JsonNode model = task.get(RequestIdentity.MODEL);
    return model != null && model.isString()
        ? catalogue.namedInRequests(model.stringValue())
        : Optional.empty();
  }

  private ValidationResult validateWithModel(
      JsonLocation model, JsonNode task, ViolationCollector violations) {
    String id = model.value().stringValue();
    TaskValidator validator = validatorOf(id);
    if (validator != null) {
      return validator.validate(task);
    }
    List<String> platforms =
        catalogue.withId(id).stream()
            .flatMap(each -> each.metadata().platformName().stream())
            .toList();
    violations.addInvalidValue(
        model,
        platforms.isEmpty()
            ? new Problem.UnknownModel(id, null, catalogue.nearestId(id).orElse(null))
            : new Problem.MissingEnvelope(id, platforms));
    return new ValidationResult(null, violations.violations());
  }

  private @Nullable TaskValidator validatorOf(String id) {
    TaskValidator known = named.get(id);
    if (known == null) {
      known = catalogue.namedInRequests(id).map(validators::of).orElse(null);
      if (known != null) {
        named.put(id, known);
      }
    }
    return known;
  }

  private List<Violation> legacyKind(JsonNode task) {
    return catalogue.platforms().stream()
        .flatMap(each -> LegacyTasks.warning(task, each.identity(), each.legacy()).stream())
        .toList();
  }

  /** Whether a task of that type is none of those that no platform has a model for. */
  boolean startsTask(String taskType) {
    return catalogue.platforms().stream()
        .noneMatch(platform -> platform.tasks().withoutModel().contains(taskType));
  }

  private boolean isWithoutModel(JsonLocation task) {
    NamedKind kind = kindOf(task);
    return kind != null && kind.kinds().withoutModel().contains(kind.name());
  }

  private void validateWithoutModel(JsonLocation task, ViolationCollector violations) {
    NamedKind kind = kindOf(task);
    if (kind == null) {
      violations.addInvalidValue(task, new Problem.MissingModel());
    } else if (kind.kinds().withModel().contains(kind.name())) {
      violations.addMissingParameter(
          task, new Problem.MissingParameter(RequestIdentity.MODEL, new Requirement.ModelId()));
    } else if (!kind.kinds().withOptionalModel().contains(kind.name())) {
      List<String> known = kind.kinds().all();
      violations.addInvalidValue(
          kind.location(),
          new Problem.WrongValue(
              kind.location().value(),
              new Requirement.OneOf(known),
              SpellingSuggestion.nearest(kind.name(), known).orElse(null)));
    }
  }

  /**
   * The kind of task that a task says it is.
   *
   * @param name as it is called today; empty where it is no text
   * @param kinds those that there are
   */
  private record NamedKind(JsonLocation location, String name, TaskKinds kinds) {}

  private @Nullable NamedKind kindOf(JsonLocation task) {
    for (Platform platform : catalogue.platforms()) {
      String member = platform.identity().task();
      JsonLocation kind = member == null ? null : task.member(member);
      if (kind != null) {
        String name = platform.legacy().task(kind.value()).orElse(kind.value().asString(""));
        return new NamedKind(kind, name, platform.tasks());
      }
    }
    return null;
  }
}
