package dev.callsheet.spec.protocol;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * fal's queue, from its documentation and what fal_client reads: a request goes to its model's
 * path, and is followed by the three addresses of the reply.
 */
final class FalServer extends PlatformServer {
  /** What becomes of a request. */
  enum Fate {
    DELIVERED,
    FAILS_AT_THE_STATUS,
    FAILS_AT_THE_RESULT_ONLY,
    FAILS_WITH_A_FAULT_OF_THE_APP
  }

  private record Task(JsonNode input, Fate fate, AtomicInteger polls) {}

  private final Map<String, Task> tasks = new ConcurrentHashMap<>();
  volatile Fate fate = Fate.DELIVERED;
  volatile List<String> words = List.of("IN_QUEUE", "IN_PROGRESS");
  volatile boolean isListed = true;
  final AtomicInteger uploadFaults = new AtomicInteger();
  volatile int uploadFault = 503;
  final AtomicInteger refusals = new AtomicInteger();
  volatile @Nullable String linksTo;

  FalServer() throws IOException {}

  int paid() {
    return tasks.size();
  }

  @Override
  @Nullable Answer answer(Call call) {
    if (call.path().startsWith("/files/")) {
      return picture();
    }
    if (call.line().equals("PUT /upload/a")) {
      return uploadFaults.getAndDecrement() > 0
          ? new Answer(uploadFault, Map.of("Retry-After", "0.3"), "")
          : new Answer(200, Map.of(), "");
    }
    if (!call.header("Authorization").equals("Key " + PlatformClients.KEY)) {
      return Answer.json(401, "{'detail':'Cannot access application'}");
    }
    if (call.line().equals("POST /storage/upload/initiate")) {
      return Answer.json(
          200,
          "{'upload_url':'" + uri("/upload/a") + "','file_url':'https://v3.fal.media/files/a'}");
    }
    if (call.path().equals("/v1/models/requests/by-endpoint")) {
      return list();
    }
    var parts = call.path().substring(1).split("/", -1);
    if (call.method().equals("POST")) {
      return submit(call);
    }
    var task = tasks.get(parts[3]);
    if (task == null || !parts[2].equals("requests")) {
      return Answer.json(404, "{'detail':'Request not found'}");
    }
    if (call.method().equals("PUT")) {
      return task.polls().get() >= words.size()
          ? Answer.json(400, "{'status':'ALREADY_COMPLETED'}")
          : Answer.json(202, "{'status':'CANCELLATION_REQUESTED'}");
    }
    return parts.length > 4 ? status(task) : result(task);
  }

  private @Nullable Answer submit(Call call) {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return Answer.json(429, "{'detail':'Too many requests'}").with("Retry-After", "0");
    }
    if (!call.body().path("prompt").isString()) {
      return Answer.json(
          422,
          "{'detail':[{'loc':['body','prompt'],'msg':'field required','type':'missing','ctx':{}}]}");
    }
    var id = UUID.randomUUID().toString();
    tasks.put(id, new Task(call.body(), fate, new AtomicInteger()));
    if (isReplyLost.getAsBoolean()) {
      return null;
    }
    var base = (linksTo == null ? uri("") : linksTo) + "/fal-ai/flux/requests/" + id;
    return Answer.json(
        200,
        """
        {'status':'IN_QUEUE','request_id':'%s','queue_position':0,
         'response_url':'%s','status_url':'%s/status','cancel_url':'%s/cancel'}
        """
            .formatted(id, base, base, base));
  }

  private Answer status(Task task) {
    var poll = task.polls().getAndIncrement();
    if (poll < words.size()) {
      return Answer.json(202, "{'status':'" + words.get(poll) + "','queue_position':1}");
    }
    return task.fate() == Fate.FAILS_AT_THE_STATUS
        ? Answer.json(
            200,
            "{'status':'COMPLETED','error':'The runner went away','error_type':'runner_disconnected'}")
        : Answer.json(200, "{'status':'COMPLETED','logs':[],'metrics':{'inference_time':0.9}}");
  }

  private Answer result(Task task) {
    return switch (task.fate()) {
      case DELIVERED ->
          Answer.json(
              200,
              """
              {'images':[{'url':'%s','content_type':'image/png','width':1,'height':1},
                         {'url':'%s','content_type':'image/png','width':1,'height':1}],'seed':42}
              """
                  .formatted(uri("/files/a.png"), uri("/files/b.png")));
      case FAILS_WITH_A_FAULT_OF_THE_APP ->
          Answer.json(500, "{'detail':'Internal error','error_type':'internal_server_error'}")
              .with("X-Fal-Retryable", "true");
      default ->
          Answer.json(
                  422,
                  "{'detail':[{'loc':['body','prompt'],'msg':'The content was flagged','type':"
                      + "'content_policy_violation'}]}")
              .with("X-Fal-Retryable", "false");
    };
  }

  private Answer list() {
    var items = JSON.createObjectNode();
    var list = items.putArray("items");
    tasks.forEach(
        (id, task) -> {
          if (isListed) {
            list.addObject().put("request_id", id).set("json_input", task.input());
          }
        });
    return Answer.json(200, items.toString());
  }
}
