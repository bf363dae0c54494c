package dev.callsheet.linter.validation;

import dev.callsheet.linter.validation.EnvelopeValidator.OpenedEnvelope;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestEnvelope;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Validates what stands in request files: tasks that name their model themselves, and tasks in
 * {@linkplain RequestEnvelope envelopes}. Made once for a catalogue and used for any number of
 * tasks, by any number of threads.
 */
public final class RequestValidator implements TaskValidator {
  /** JSON pointer from an envelope to the task in it. */
  private static final String REQUEST = "/" + RequestEnvelope.REQUEST;

  private final ModelTaskValidators validators;
  private final BareTaskValidator bareTasks;
  private final EnvelopeValidator envelopes;
  private final TaskObserver observer;

  /**
   * Validates by the models of a catalogue.
   *
   * @param clock whose date decides whether what is deprecated is still accepted
   */
  public RequestValidator(
      ModelCatalogue catalogue, RuleInterpretation interpretation, Clock clock) {
    this.validators = new ModelTaskValidators(interpretation, clock);
    this.bareTasks = new BareTaskValidator(catalogue, validators);
    this.envelopes = new EnvelopeValidator(catalogue);
    this.observer = (task, result) -> {};
  }

  private RequestValidator(RequestValidator other, TaskObserver observer) {
    this.validators = other.validators;
    this.bareTasks = other.bareTasks;
    this.envelopes = other.envelopes;
    this.observer = observer;
  }

  /**
   * A validator that shares all that this one has prepared, and hands each task whose {@linkplain
   * #validateParts parts} it validates to an observer.
   */
  public RequestValidator observedBy(TaskObserver newObserver) {
    return new RequestValidator(this, newObserver);
  }

  /**
   * A part of what stands in a file for one task: the task itself, or what is around it.
   *
   * @param pointer to it, from the whole
   * @param validator validates such a part again when it has been changed
   * @param result with pointers from the part
   */
  public record ValidatedPart(String pointer, TaskValidator validator, ValidationResult result) {}

  /** A task and the model that it is for. */
  public record DispatchedTask(ModelSpec model, JsonNode task) {}

  /**
   * Validates a task, or an envelope and the task in it as far as its model is known: a part each,
   * the outer first.
   */
  public List<ValidatedPart> validateParts(JsonNode item) {
    if (!RequestEnvelope.isEnvelope(item)) {
      ValidationResult result = bareTasks.validate(item);
      observer.onTask(item, result);
      return List.of(new ValidatedPart("", this, result));
    }
    OpenedEnvelope opened = envelopes.open(item);
    List<ValidatedPart> parts = partsOf(opened);
    observer.onTask(opened.task().map(DispatchedTask::task).orElse(item), whole(parts));
    return parts;
  }

  /** The same as one result, with pointers from the whole. */
  @Override
  public ValidationResult validate(JsonNode item) {
    return RequestEnvelope.isEnvelope(item)
        ? whole(partsOf(envelopes.open(item)))
        : bareTasks.validate(item);
  }

  /**
   * Whether a task of that type starts something under a UUID of its own. Others, such as {@code
   * getResponse}, tell of the account or name a task that was sent before.
   */
  public boolean startsTask(String taskType) {
    return bareTasks.startsTask(taskType);
  }

  private List<ValidatedPart> partsOf(OpenedEnvelope opened) {
    ValidatedPart envelope =
        new ValidatedPart("", this, new ValidationResult(opened.model(), opened.violations()));
    return opened.task().map(task -> List.of(envelope, partOf(task))).orElse(List.of(envelope));
  }

  private ValidatedPart partOf(DispatchedTask task) {
    TaskValidator ofModel = validators.of(task.model());
    return new ValidatedPart(REQUEST, ofModel, ofModel.validate(task.task()));
  }

  private static ValidationResult whole(List<ValidatedPart> parts) {
    return new ValidationResult(
        parts.get(0).result().model(),
        parts.stream()
            .flatMap(
                part ->
                    part.result().violations().stream()
                        .map(violation -> violation.inside(part.pointer())))
            .toList());
  }

  @Override
  public Optional<ModelSpec> spec(JsonNode item) {
    return RequestEnvelope.isEnvelope(item) ? Optional.empty() : bareTasks.spec(item);
  }

  /** Validates tasks by a spec, whatever model they name. */
  public TaskValidator ofModel(ModelSpec model) {
    return validators.of(model);
  }

  /** Validates tasks that stand for themselves, as they are sent: an envelope is none. */
  public TaskValidator bareTasks() {
    return bareTasks;
  }

  /** The task that stands in a file, alone or in an envelope, where its model is known. */
  public Optional<DispatchedTask> dispatch(JsonNode item) {
    return RequestEnvelope.isEnvelope(item)
        ? envelopes.open(item).task()
        : bareTasks.spec(item).map(model -> new DispatchedTask(model, item));
  }
}
