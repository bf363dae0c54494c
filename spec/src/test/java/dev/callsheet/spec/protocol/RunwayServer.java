package dev.callsheet.spec.protocol;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runway's tasks, from its documentation: a version in a header, a path for each kind of task. */
final class RunwayServer extends PlatformServer {
  private final Map<String, AtomicInteger> tasks = new ConcurrentHashMap<>();
  private final AtomicInteger addresses = new AtomicInteger();
  volatile boolean fails;

  /** Of the addresses that were given, which one has expired; every answer has a new one. */
  volatile int expired;

  /** Where files go instead of here. */
  volatile @Nullable String storage;

  volatile int storageStatus = 204;
  volatile int pollsUntilEnd = 1;

  /** How many files a result has. */
  volatile int files = 1;

  /** Nothing is said of tasks before this. */
  volatile CompletableFuture<Void> answering = CompletableFuture.completedFuture(null);

  /** Somebody asks for a task. */
  volatile CompletableFuture<Void> asked = new CompletableFuture<>();

  RunwayServer() throws IOException {}

  int paid() {
    return tasks.size();
  }

  @Override
  @Nullable Answer answer(Call call) {
    if (call.path().startsWith("/files/")) {
      return call.path().contains("-" + expired + "-")
          ? new Answer(403, Map.of("Content-Type", "text/xml"), "<Error>Expired</Error>")
          : picture();
    }
    if (call.line().equals("POST /s3")) {
      return call.text().contains("name=\"policy\"\r\n\r\np1\r\n")
              && call.text().indexOf("name=\"policy\"") < call.text().indexOf("name=\"file\"")
          ? new Answer(storageStatus, Map.of(), "")
          : new Answer(403, Map.of(), "");
    }
    if (!call.header("Authorization").equals("Bearer " + PlatformClients.KEY)) {
      return Answer.json(401, "{'error':'Unauthorized'}");
    }
    if (!call.header("X-Runway-Version").equals("2024-11-06")) {
      return Answer.json(400, "{'error':'The X-Runway-Version header is required'}");
    }
    if (call.line().equals("POST /v1/uploads")) {
      return call.body().path("filename").isString()
              && call.body().path("type").asString().equals("ephemeral")
          ? Answer.json(
              200,
              "{'uploadUrl':'"
                  + (storage == null ? uri("/s3") : storage)
                  + "','fields':{'policy':'p1'},'runwayUri':'runway://u1'}")
          : Answer.json(400, "{'error':'Validation of body failed'}");
    }
    if (call.method().equals("POST")) {
      return submit(call);
    }
    asked.complete(null);
    answering.join();
    var id = call.path().replace("/v1/tasks/", "");
    var polls = tasks.get(id);
    if (polls == null) {
      return Answer.json(404, "{'error':'Task not found'}");
    }
    if (call.method().equals("DELETE")) {
      tasks.remove(id);
      return new Answer(204, Map.of(), "");
    }
    return Answer.json(200, state(id, polls.getAndIncrement()));
  }

  private String state(String id, int poll) {
    if (poll < pollsUntilEnd) {
      return "{'id':'" + id + "','status':'RUNNING','progress':0.5}";
    }
    return fails
        ? "{'id':'"
            + id
            + "','status':'FAILED','failure':'The image shows a person','failureCode':"
            + "'INPUT_PREPROCESSING.SAFETY.IMAGE'}"
        : "{'id':'"
            + id
            + "','status':'SUCCEEDED','output':["
            + output(addresses.incrementAndGet())
            + "],'cost':{'credits':25}}";
  }

  private String output(int address) {
    return IntStream.rangeClosed(1, files)
        .mapToObj(file -> "'" + uri("/files/out-" + address + "-" + file + ".png") + "'")
        .collect(Collectors.joining(","));
  }

  private @Nullable Answer submit(Call call) {
    var isImage = call.path().equals("/v1/image_to_video");
    if (isImage != call.body().has("promptImage")) {
      return Answer.json(
          400,
          "{'error':'Validation of body failed','issues':[{'code':'invalid_type','path':"
              + "['promptImage'],'message':'Required'}]}");
    }
    var id = UUID.randomUUID().toString();
    tasks.put(id, new AtomicInteger());
    return isReplyLost.getAsBoolean() ? null : Answer.json(200, "{'id':'" + id + "'}");
  }
}
