package dev.callsheet.sandbox.internal.service;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.Retentions;
import dev.callsheet.sandbox.internal.media.MediaStore;
import dev.callsheet.sandbox.internal.render.AcceptedTask;
import dev.callsheet.sandbox.internal.render.AcceptedTaskJson;
import dev.callsheet.sandbox.internal.render.AcceptedTaskRegistry;
import dev.callsheet.sandbox.internal.render.FakeRenderer;
import dev.callsheet.sandbox.internal.render.TaskStatus;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RequestIdentity;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers lists of tasks, each task for itself. */
public final class TaskService {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final SandboxBehavior behavior;
  private final SubmissionHandler submission;
  private final SyncDelivery syncDelivery;
  private final PollHandler polling;
  private final MediaStorageHandler storage;
  private final AccountTasks account;
  private final ModelSearch search;
  private final TaskHistory history;
  private final AcceptedTaskRegistry renders;

  /**
   * An API that begins with the tasks of the state.
   *
   * @param budget for media that are fetched from elsewhere
   * @param accepted called for every accepted task
   */
  public TaskService(
      ModelCatalogue catalogue,
      SandboxBehavior behavior,
      FakeRenderer renderer,
      MediaStore media,
      RecordingLedger ledger,
      InstantSource clock,
      ReceiveBudget budget,
      Retentions retentions,
      SandboxState state,
      Consumer<AcceptedTask> accepted) {
    UndescribedModels undescribed = new UndescribedModels(catalogue);
    this.renders =
        new AcceptedTaskRegistry(
            behavior.conflictWindow(),
            clock,
            retentions.tasks(),
            state,
            kept ->
                renderer.restore(
                    kept,
                    AcceptedTaskJson.spec(kept, RawRequest.PLATFORM, catalogue)
                        .or(() -> undescribed.withId(kept.path("spec").asString("")))));
    renders.all().forEach(task -> task.restoreCharge(ledger));
    this.history = new TaskHistory(clock, retentions.history(), state);
    this.behavior = behavior;
    this.submission =
        new SubmissionHandler(
            catalogue,
            undescribed,
            clock.withZone(ZoneOffset.UTC),
            behavior,
            renderer,
            media,
            renders,
            ledger,
            accepted);
    this.account = new AccountTasks(ledger);
    this.search = new ModelSearch(catalogue);
    this.storage = new MediaStorageHandler(media, budget);
    this.syncDelivery = new SyncDelivery(behavior, ledger, clock);
    this.polling = new PollHandler(behavior, renders, ledger, clock);
    retentions.tasks().onForget(polling::forget);
  }

  /** All accepted tasks that are not forgotten. */
  public Collection<AcceptedTask> tasks() {
    return renders.all();
  }

  /** The task under that UUID, if it was accepted and is not forgotten. */
  public Optional<TaskStatus> status(String taskUUID) {
    return renders
        .find(taskUUID)
        .map(
            task ->
                new TaskStatus(
                    task, task.request().path(RequestIdentity.MODEL).asString(""), false));
  }

  /** Answers a request that came so. */
  public DelayedEnvelope handle(List<JsonNode> tasks, RequestContext context) {
    return DelayedEnvelope.merged(
        tasks.stream().map(task -> handle(task, context)).toList(), behavior);
  }

  private DelayedEnvelope handle(JsonNode task, RequestContext context) {
    ResponseEnvelope reply = new ResponseEnvelope(behavior);
    if (task instanceof ObjectNode object) {
      return handle(object, context, reply);
    }
    reply.reject(ErrorEntry.of("invalidTask", "A task is an object, not " + task), BAD_REQUEST);
    return DelayedEnvelope.immediate(reply);
  }

  private DelayedEnvelope handle(ObjectNode task, RequestContext context, ResponseEnvelope reply) {
    String taskUUID = task.path("taskUUID").asString("");
    switch (task.path("taskType").asString("")) {
      case "authentication" -> {} // checked before; there is no session to report
      case "ping" -> reply.addServedTask(pong(task));
      case "getResponse" -> {
        polling.handle(taskUUID, context, reply);
        history.recordReply(taskUUID, reply);
      }
      case "getTaskDetails" -> handleTaskDetails(taskUUID, reply);
      case "accountManagement" -> account.handle(task, reply);
      case "modelSearch" -> search.handle(task, reply);
      case "mediaStorage" -> {
        return storage.handle(task, context, reply);
      }
      case "imageUpload" -> {
        return storage.handleImage(task, context, reply);
      }
      default -> {
        if (!context.isDryRun()) {
          return submit(task, taskUUID, context, reply);
        }
        submission.dryRun(task, reply);
      }
    }
    return DelayedEnvelope.immediate(reply);
  }

  private DelayedEnvelope submit(
      ObjectNode task, String taskUUID, RequestContext context, ResponseEnvelope reply) {
    history.recordRequest(taskUUID, task);
    return submission
        .submit(task, context.onAccepted(), reply)
        .map(syncDelivery::handle)
        .orElseGet(() -> DelayedEnvelope.immediate(reply))
        .onSend(sent -> history.recordReply(taskUUID, sent));
  }

  private void handleTaskDetails(String taskUUID, ResponseEnvelope reply) {
    history
        .details(taskUUID)
        .ifPresentOrElse(
            reply::addServedTask,
            () ->
                reply.reject(
                    ErrorEntry.of("taskNotFound", "No task with this UUID was submitted.")
                        .withParameter("taskUUID")
                        .withTask("getTaskDetails", taskUUID),
                    NOT_FOUND));
  }

  private static ObjectNode pong(ObjectNode ping) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("taskType", "ping");
    if (ping.has("taskUUID")) {
      item.set("taskUUID", ping.get("taskUUID"));
    }
    return item.put("pong", true);
  }
}
