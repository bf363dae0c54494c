package dev.callsheet.sandbox.internal.service;

import dev.callsheet.linter.validation.RequestValidator;
import dev.callsheet.linter.validation.TaskValidator;
import dev.callsheet.linter.validation.ValidationResult;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.StructuralRule;
import dev.callsheet.runtime.Violation;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.behavior.AcknowledgmentForm;
import dev.callsheet.sandbox.behavior.LegacyNamePolicy;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownMediaPolicy;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.AcceptedTaskRegistry;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.render.TaskQuote;
import dev.callsheet.sandbox.ledger.LedgerEntry;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.logic.StringFormat;
import dev.callsheet.spec.model.LegacyNames;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RenamedRequest;
import dev.callsheet.spec.model.RequestIdentity;
import dev.callsheet.spec.model.RuleInterpretation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Accepts tasks for models: validates them, charges for them, has them rendered. */
final class SubmissionHandler {
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;
  private static final String TASK_TYPE = "taskType";

  private static final String UNDESCRIBED =
      "no spec describes what does it; the sandbox charges nothing";

  private final RequestValidator validator;
  private final TaskValidator dispatch;
  private final UndescribedModels undescribed;
  private final List<String> taskTypes;
  private final Map<String, LegacyNames> legacy = new ConcurrentHashMap<>();
  private final SandboxBehavior behavior;
  private final FakeRenderer renderer;
  private final MediaStore media;
  private final AcceptedTaskRegistry renders;
  private final RecordingLedger ledger;
  private final Consumer<AcceptedTask> onAccepted;

  SubmissionHandler(
      ModelCatalogue catalogue,
      UndescribedModels undescribed,
      Clock clock,
      SandboxBehavior behavior,
      FakeRenderer renderer,
      MediaStore media,
      AcceptedTaskRegistry renders,
      RecordingLedger ledger,
      Consumer<AcceptedTask> accepted) {
    this.validator = new RequestValidator(catalogue, RuleInterpretation.ENFORCED, clock);
    this.dispatch = validator.bareTasks();
    this.undescribed = undescribed;
    this.taskTypes =
        catalogue
            .platform(RawRequest.PLATFORM)
            .map(platform -> platform.tasks().all())
            .orElse(List.of());
    this.behavior = behavior;
    this.renderer = renderer;
    this.media = media;
    this.renders = renders;
    this.ledger = ledger;
    this.onAccepted = accepted;
  }

  /**
   * Accepts a task or rejects it.
   *
   * @param caller called if it is accepted
   * @return the render that is to be waited for; empty when the envelope has the answer
   */
  Optional<AcceptedTask> submit(
      ObjectNode task, Consumer<AcceptedTask> caller, ResponseEnvelope envelope) {
    String taskUUID = task.path("taskUUID").asString("");
    Optional<ModelSpec> model = validate(task, envelope);
    if (model.isEmpty()) {
      recordRejection(taskUUID, envelope.toJson().path("errors").toString());
      return Optional.empty();
    }
    if (!renders.hasRoom(task)) {
      envelope.reject(
          ErrorEntry.of("serviceUnavailable", "Too many large tasks run at once; try again later.")
              .withTask(task.path(TASK_TYPE).asString(""), taskUUID),
          UNAVAILABLE);
      recordRejection(taskUUID, "no room");
      return Optional.empty();
    }
    Optional<AcceptedTask> render =
        renders.register(
            taskUUID, () -> render(model.get(), namedAsToday(model.get(), task), taskUUID));
    recordSubmission(taskUUID); // not before it is kept as a task that runs
    render.ifPresentOrElse(
        begun -> accept(begun, caller, envelope), () -> rejectConflict(task, envelope));
    return render.filter(AcceptedTask::isSynchronous);
  }

  private AcceptedTask render(ModelSpec model, ObjectNode task, String taskUUID) {
    return renderer.render(model, task, taskUUID, quote(model, task));
  }

  private TaskQuote quote(ModelSpec model, ObjectNode task) {
    return undescribed.has(model)
        ? TaskQuote.nothing(UNDESCRIBED)
        : TaskQuote.of(model, task, media);
  }

  private void recordSubmission(String taskUUID) {
    ledger.record(LedgerEntry.Kind.SUBMIT, taskUUID, "submitted");
  }

  private void recordRejection(String taskUUID, String why) {
    recordSubmission(taskUUID);
    ledger.record(LedgerEntry.Kind.REJECTION, taskUUID, "rejected: " + why);
  }

  /** Validates and prices a task; nothing is rendered, charged or kept. */
  void dryRun(ObjectNode task, ResponseEnvelope envelope) {
    validate(task, envelope)
        .ifPresent(
            model -> {
              TaskQuote quote = quote(model, namedAsToday(model, task));
              ObjectNode item = acknowledgment(task).put("dryRun", true);
              item.put("cost", quote.amount()).put("why", quote.why());
              envelope.addServedTask(item);
            });
  }

  /** The model of a task that can be accepted; empty when it was rejected. */
  private Optional<ModelSpec> validate(ObjectNode task, ResponseEnvelope envelope) {
    String taskType = task.path("taskType").asString("");
    String taskUUID = task.path("taskUUID").asString("");
    ValidationResult result = validateAlone(task);
    Optional<ModelSpec> model = Optional.ofNullable(result.model());
    List<Violation> violations =
        result.violations().stream()
            .filter(violation -> !isIgnored(violation, taskUUID))
            .filter(violation -> violation.severity() == Severity.ERROR || isRefused(violation))
            .toList();
    List<ErrorEntry> errors =
        ViolationErrorMapper.errors(
            violations,
            taskType,
            taskUUID,
            model.map(found -> found.metadata().documentation()).orElse(null));
    errors.forEach(error -> envelope.reject(error, BAD_REQUEST));
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    Optional<ErrorEntry> inability =
        unsupportedError(model, model.map(known -> namedAsToday(known, task)).orElse(task));
    inability.ifPresent(error -> envelope.reject(error.withTask(taskType, taskUUID), BAD_REQUEST));
    return inability.isEmpty() ? model : Optional.empty();
  }

  /** Whether nothing is wrong with a task but that nobody has described what does it. */
  private boolean isUndescribed(ValidationResult result) {
    return result.model() == null
        && result.violations().stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .allMatch(
                violation ->
                    behavior.unknownModel() == UnknownModelPolicy.ACCEPTED
                        && violation.problem() instanceof Problem.UnknownModel);
  }

  /** By a spec that stands in: what it does not know, the model may. */
  private ValidationResult validateBy(ModelSpec standIn, ObjectNode task) {
    ObjectNode complete = task.deepCopy();
    if (!complete.has(RequestIdentity.MODEL)) {
      complete.put(RequestIdentity.MODEL, standIn.id());
    }
    return new ValidationResult(
        standIn,
        validator.ofModel(standIn).validate(complete).violations().stream()
            .filter(violation -> !(violation.problem() instanceof Problem.UnknownParameter))
            .toList());
  }

  private ObjectNode namedAsToday(ModelSpec model, ObjectNode task) {
    LegacyNames names = legacy.computeIfAbsent(model.id(), id -> LegacyNames.of(model));
    JsonNode renamed = RenamedRequest.of(task, names).request();
    return (ObjectNode) names.renameTask(renamed, model.metadata().identity());
  }

  /** Of a task that says nothing of itself, the kind is missing, and not the model. */
  private ValidationResult validateAlone(ObjectNode task) {
    if (task.has(TASK_TYPE) || task.has(RequestIdentity.MODEL)) {
      ValidationResult result = dispatch.validate(task);
      return isUndescribed(result)
          ? undescribed
              .standIn(task)
              .map(spec -> validateBy(spec, task))
              .orElse(new ValidationResult(null, List.of()))
          : result;
    }
    var missing = new Problem.MissingParameter(TASK_TYPE, new Requirement.OneOf(taskTypes));
    return new ValidationResult(null, List.of(new Violation(Severity.ERROR, "", missing)));
  }

  /** What a valid task wants and the sandbox cannot give. */
  private Optional<ErrorEntry> unsupportedError(Optional<ModelSpec> model, ObjectNode task) {
    if (model.filter(known -> renderer.canRender(known) || renderer.canWrite(known)).isEmpty()) {
      String message =
          model
              .map(SubmissionHandler::withoutMedia)
              .orElseGet(() -> "The sandbox cannot do " + task.path("taskType").asString("") + ".");
      return Optional.of(ErrorEntry.of("unsupportedTaskType", message).withParameter("taskType"));
    }
    Optional<String> format = renderer.unsupportedFormat(model.get(), task);
    if (format.isPresent()) {
      return format.map(
          why -> ErrorEntry.of("unsupportedOutputFormat", why + ".").withParameter("outputFormat"));
    }
    Optional<ErrorEntry> unreachable =
        DeliveryAddress.in(task).stream().flatMap(each -> each.obstacle().stream()).findFirst();
    if (unreachable.isPresent()) {
      return unreachable;
    }
    if (behavior.unknownMedia() == UnknownMediaPolicy.REFUSED) {
      return InputMediaFinder.storedMediaUuids(model.get(), task)
          .filter(uuid -> !media.contains(uuid))
          .map(uuid -> ErrorEntry.of("mediaNotFound", "There is no media with the UUID " + uuid))
          .findFirst();
    }
    return Optional.empty();
  }

  private static String withoutMedia(ModelSpec model) {
    return "The sandbox cannot do "
        + model.id()
        + ": the `response` in its spec does not say which of the fields is the media; add `media:"
        + " image` (or video, audio, 3d) to a field whose `format` is `uri` or `uuid4`.";
  }

  /** Whether what is a warning elsewhere is not accepted here. */
  private boolean isRefused(Violation violation) {
    return behavior.legacyNames() == LegacyNamePolicy.REFUSED
        && (violation.problem() instanceof Problem.LegacyParameter
            || violation.problem() instanceof Problem.LegacyTask);
  }

  private boolean isIgnored(Violation violation, String taskUUID) {
    return violation.pointer().equals("/taskUUID")
        && violation.rule().equals(StructuralRule.WRONG_FORMAT.id())
        && switch (behavior.uuidCheck()) {
          case STRICT -> false;
          case LAX -> StringFormat.UUID.accepts(taskUUID);
          case OFF -> !taskUUID.isBlank();
        };
  }

  private void accept(
      AcceptedTask render, Consumer<AcceptedTask> caller, ResponseEnvelope envelope) {
    ledger.charge(render.taskUUID(), render.quote().chargedAmount(), render.quote().why());
    if (!render.isSynchronous() && behavior.acknowledgment() == AcknowledgmentForm.ITEM) {
      envelope.addServedTask(acknowledgment(render.request()));
    } else {
      envelope.addServedTask();
    }
    onAccepted.accept(render);
    caller.accept(render);
  }

  private void rejectConflict(ObjectNode task, ResponseEnvelope envelope) {
    String taskUUID = task.path("taskUUID").asString();
    ledger.record(LedgerEntry.Kind.CONFLICT, taskUUID, "rejected: the UUID is taken");
    envelope.reject(
        ErrorEntry.of("conflictTaskUUID", "A task with this UUID was already submitted.")
            .withParameter("taskUUID")
            .withTask(task.path("taskType").asString(), taskUUID),
        BAD_REQUEST);
  }

  private static ObjectNode acknowledgment(ObjectNode task) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.set("taskType", task.get("taskType"));
    item.set("taskUUID", task.get("taskUUID"));
    return item;
  }
}
