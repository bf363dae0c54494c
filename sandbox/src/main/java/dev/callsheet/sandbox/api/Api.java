package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.ledger.Ledger;
import dev.callsheet.sandbox.media.MediaStore;
import dev.callsheet.sandbox.render.Render;
import dev.callsheet.sandbox.render.Renders;
import dev.callsheet.sandbox.render.Studio;
import dev.callsheet.spec.catalogue.Catalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers lists of tasks, each task for itself. */
public final class Api {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final Knobs knobs;
  private final Submission submission;
  private final SyncDelivery syncDelivery;
  private final Polling polling;
  private final Storage storage;
  private final Archive archive = new Archive();

  /**
   * An API to which no task was submitted yet.
   *
   * @param accepted told of every accepted task
   */
  public Api(
      Catalogue catalogue,
      Knobs knobs,
      Studio studio,
      MediaStore media,
      Ledger ledger,
      InstantSource clock,
      Consumer<Render> accepted) {
    Renders renders = new Renders(knobs.conflictWindow(), clock);
    this.knobs = knobs;
    this.submission = new Submission(catalogue, knobs, studio, media, renders, ledger, accepted);
    this.storage = new Storage(media);
    this.syncDelivery = new SyncDelivery(knobs, ledger, clock);
    this.polling = new Polling(knobs, renders, ledger, clock);
  }

  /**
   * Answers a request.
   *
   * @param dryRun whether tasks are only judged and priced
   */
  public Answer answer(List<JsonNode> tasks, boolean dryRun) {
    return answer(tasks, dryRun, accepted -> {});
  }

  /**
   * Answers a request.
   *
   * @param dryRun whether tasks are only judged and priced
   * @param accepted told of every accepted task of this request
   */
  public Answer answer(List<JsonNode> tasks, boolean dryRun, Consumer<Render> accepted) {
    return Answer.joined(
        tasks.stream().map(task -> answer(task, dryRun, accepted)).toList(), knobs);
  }

  private Answer answer(JsonNode task, boolean dryRun, Consumer<Render> accepted) {
    Envelope reply = new Envelope(knobs);
    if (task instanceof ObjectNode object) {
      return answer(object, dryRun, accepted, reply);
    }
    reply.reject(ApiError.of("invalidTask", "A task is an object, not " + task), BAD_REQUEST);
    return Answer.now(reply);
  }

  private Answer answer(
      ObjectNode task, boolean dryRun, Consumer<Render> accepted, Envelope reply) {
    String taskUUID = task.path("taskUUID").asString("");
    switch (task.path("taskType").asString("")) {
      case "authentication" -> {} // judged before; there is no session to tell of
      case "ping" -> reply.serve(pong(task));
      case "getResponse" -> {
        polling.answer(taskUUID, reply);
        archive.replied(taskUUID, reply);
      }
      case "getTaskDetails" -> detail(taskUUID, reply);
      case "mediaStorage" -> storage.answer(task, reply);
      default -> {
        if (dryRun) {
          submission.rehearse(task, reply);
        } else {
          return submit(task, taskUUID, accepted, reply);
        }
      }
    }
    return Answer.now(reply);
  }

  private Answer submit(
      ObjectNode task, String taskUUID, Consumer<Render> accepted, Envelope reply) {
    archive.submitted(taskUUID, task);
    return submission
        .submit(task, accepted, reply)
        .map(syncDelivery::answer)
        .orElseGet(() -> Answer.now(reply))
        .shownTo(sent -> archive.replied(taskUUID, sent));
  }

  private void detail(String taskUUID, Envelope reply) {
    archive
        .details(taskUUID)
        .ifPresentOrElse(
            reply::serve,
            () ->
                reply.reject(
                    ApiError.of("taskNotFound", "No task with this UUID was submitted.")
                        .about("taskUUID")
                        .in("getTaskDetails", taskUUID),
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
