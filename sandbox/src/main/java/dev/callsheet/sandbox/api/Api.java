package dev.callsheet.sandbox.api;

import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.ledger.Ledger;
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
  private final Polling polling;
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
      Ledger ledger,
      InstantSource clock,
      Consumer<Render> accepted) {
    Renders renders = new Renders(knobs.conflictWindow(), clock);
    this.knobs = knobs;
    this.submission = new Submission(catalogue, knobs, studio, renders, ledger, accepted);
    this.polling = new Polling(knobs, renders, ledger, clock);
  }

  /**
   * Answers a request.
   *
   * @param dryRun whether tasks are only judged and priced
   */
  public Envelope answer(List<JsonNode> tasks, boolean dryRun) {
    Envelope reply = new Envelope(knobs);
    for (JsonNode task : tasks) {
      Envelope own = new Envelope(knobs);
      if (task instanceof ObjectNode object) {
        answer(object, dryRun, own);
      } else {
        own.reject(ApiError.of("invalidTask", "A task is an object, not " + task), BAD_REQUEST);
      }
      reply.include(own);
    }
    return reply;
  }

  private void answer(ObjectNode task, boolean dryRun, Envelope reply) {
    String taskUUID = task.path("taskUUID").asString("");
    switch (task.path("taskType").asString("")) {
      case "authentication" -> {} // judged before; there is no session to tell of
      case "ping" -> reply.serve(pong(task));
      case "getResponse" -> {
        polling.answer(taskUUID, reply);
        archive.replied(taskUUID, reply);
      }
      case "getTaskDetails" -> detail(taskUUID, reply);
      default -> {
        if (dryRun) {
          submission.rehearse(task, reply);
        } else {
          archive.submitted(taskUUID, task);
          submission.submit(task, reply);
          archive.replied(taskUUID, reply);
        }
      }
    }
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
