package dev.callsheet.sandbox.api;

import dev.callsheet.runtime.Violation;
import dev.callsheet.sandbox.knob.AckShape;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.knob.UnknownMedia;
import dev.callsheet.sandbox.knob.UuidCheck;
import dev.callsheet.sandbox.ledger.Entry;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.media.MediaStore;
import dev.callsheet.sandbox.render.Quote;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Renders;
import dev.callsheet.sandbox.render.Studio;
import dev.callsheet.spec.calculus.StringFormat;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Dispatch;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.lint.StructuralRule;
import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes tasks for models in: judges them, charges for them, has them rendered. */
final class Submission {
  private static final int BAD_REQUEST = 400;

  private final Catalogue catalogue;
  private final Dispatch dispatch;
  private final Knobs knobs;
  private final Studio studio;
  private final MediaStore media;
  private final Renders renders;
  private final Ledger ledger;
  private final Consumer<Render> accepted;

  Submission(
      Catalogue catalogue,
      Knobs knobs,
      Studio studio,
      MediaStore media,
      Renders renders,
      Ledger ledger,
      Consumer<Render> accepted) {
    this.catalogue = catalogue;
    this.dispatch = new Dispatch(catalogue, Reading.ENFORCED);
    this.knobs = knobs;
    this.studio = studio;
    this.media = media;
    this.renders = renders;
    this.ledger = ledger;
    this.accepted = accepted;
  }

  /**
   * Accepts a task or rejects it.
   *
   * @param caller told if it is accepted
   * @return the render that is to be waited for; empty when the envelope has the answer
   */
  Optional<Render> submit(ObjectNode task, Consumer<Render> caller, Envelope envelope) {
    String taskUUID = task.path("taskUUID").asString("");
    ledger.record(Entry.Kind.SUBMIT, taskUUID, "submitted");
    Optional<ModelSpec> model = judged(task, envelope);
    if (model.isEmpty()) {
      ledger.record(
          Entry.Kind.REJECTION, taskUUID, "rejected: " + envelope.toJson().path("errors"));
      return Optional.empty();
    }
    Optional<Render> render = renders.begin(taskUUID, () -> studio.begin(model.get(), task));
    render.ifPresentOrElse(
        begun -> accept(begun, caller, envelope), () -> conflict(task, envelope));
    return render.filter(Render::awaited);
  }

  /** Judges and prices a task; nothing is rendered, charged or kept. */
  void rehearse(ObjectNode task, Envelope envelope) {
    judged(task, envelope)
        .ifPresent(
            model -> {
              Quote quote = Quote.of(model, task);
              ObjectNode item = acknowledgment(task).put("dryRun", true);
              item.put("cost", quote.amount()).put("why", quote.why());
              envelope.serve(item);
            });
  }

  /** The model of a task that can be accepted; empty when it was rejected. */
  private Optional<ModelSpec> judged(ObjectNode task, Envelope envelope) {
    String taskType = task.path("taskType").asString("");
    String taskUUID = task.path("taskUUID").asString("");
    Dispatch.Verdict verdict = dispatch.judge(task);
    Optional<ModelSpec> model = Optional.ofNullable(verdict.model()).flatMap(catalogue::find);
    List<Violation> violations =
        verdict.violations().stream()
            .filter(violation -> !isTolerated(violation, taskUUID))
            .toList();
    List<ApiError> errors =
        Rejections.of(
            violations,
            taskType,
            taskUUID,
            model.map(found -> found.identity().documentation()).orElse(null));
    errors.forEach(error -> envelope.reject(error, BAD_REQUEST));
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    Optional<ApiError> inability = inability(model, task);
    inability.ifPresent(error -> envelope.reject(error.in(taskType, taskUUID), BAD_REQUEST));
    return inability.isEmpty() ? model : Optional.empty();
  }

  /** What a valid task wants and the sandbox cannot give. */
  private Optional<ApiError> inability(Optional<ModelSpec> model, ObjectNode task) {
    if (model.filter(studio::canRender).isEmpty()) {
      String what = model.map(ModelSpec::id).orElseGet(() -> task.path("taskType").asString(""));
      return Optional.of(
          ApiError.of("unsupportedTaskType", "The sandbox cannot do " + what + ".")
              .about("taskType"));
    }
    if (!studio.hasFormat(model.get(), task)) {
      return Optional.of(
          ApiError.of("unsupportedOutputFormat", "The sandbox has no sample in this format.")
              .about("outputFormat"));
    }
    if (knobs.unknownMedia() == UnknownMedia.REFUSED) {
      return InputMedia.storedMedia(model.get(), task)
          .filter(uuid -> !media.has(uuid))
          .map(uuid -> ApiError.of("mediaNotFound", "There is no media with the UUID " + uuid))
          .findFirst();
    }
    return Optional.empty();
  }

  private boolean isTolerated(Violation violation, String taskUUID) {
    return knobs.uuidCheck() == UuidCheck.LAX
        && violation.pointer().equals("/taskUUID")
        && violation.rule().equals(StructuralRule.WRONG_FORMAT.id())
        && StringFormat.UUID.accepts(taskUUID);
  }

  private void accept(Render render, Consumer<Render> caller, Envelope envelope) {
    ledger.charge(render.taskUUID(), render.quote().charge(), render.quote().why());
    if (!render.awaited() && knobs.ack() == AckShape.ITEM) {
      envelope.serve(acknowledgment(render.request()));
    } else {
      envelope.serve();
    }
    accepted.accept(render);
    caller.accept(render);
  }

  private void conflict(ObjectNode task, Envelope envelope) {
    String taskUUID = task.path("taskUUID").asString();
    ledger.record(Entry.Kind.CONFLICT, taskUUID, "rejected: the UUID is taken");
    envelope.reject(
        ApiError.of("conflictTaskUUID", "A task with this UUID was already submitted.")
            .about("taskUUID")
            .in(task.path("taskType").asString(), taskUUID),
        BAD_REQUEST);
  }

  private static ObjectNode acknowledgment(ObjectNode task) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.set("taskType", task.get("taskType"));
    item.set("taskUUID", task.get("taskUUID"));
    return item;
  }
}
