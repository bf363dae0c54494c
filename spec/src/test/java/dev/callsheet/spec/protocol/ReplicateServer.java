package dev.callsheet.spec.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replicate's predictions, from its documentation of the HTTP API: the reply to a submission is a
 * prediction already, and every prediction is in a list of pages.
 */
final class ReplicateServer extends PlatformServer {
  private static final int PAGE = 2;

  private record Prediction(
      String id, String version, JsonNode input, String end, AtomicInteger polls) {}

  private final Map<String, Prediction> predictions = new ConcurrentHashMap<>();
  final AtomicInteger throttled = new AtomicInteger();
  volatile List<String> words = List.of("starting", "processing");
  volatile String end = "succeeded";

  /** How long a prediction takes, as far as that decides whether a reply waits for it. */
  volatile Duration runtime = Duration.ofHours(1);

  volatile boolean isRemoved;
  volatile boolean owesMoney;

  ReplicateServer() throws IOException {}

  int paid() {
    return predictions.size();
  }

  @Override
  @Nullable Answer answer(Call call) {
    if (call.path().startsWith("/files/")) {
      return picture();
    }
    if (!call.header("Authorization").equals("Bearer " + PlatformClients.KEY)) {
      return Answer.json(401, "{'title':'Unauthenticated','detail':'Invalid token','status':401}");
    }
    var parts = call.path().split("/", -1);
    if (call.line().equals("POST /v1/files")) {
      return isThrottled() ? throttling() : stored(call);
    }
    if (call.line().equals("POST /v1/predictions")) {
      return create(call);
    }
    if (call.line().equals("GET /v1/predictions")) {
      return list(call.query());
    }
    var prediction = predictions.get(parts[3]);
    return prediction == null
        ? Answer.json(404, "{'detail':'Prediction not found.','status':404}")
        : Answer.json(200, json(prediction).toString());
  }

  /** By `Prefer: wait` the reply waits for the end, up to so many seconds; then it is as ever. */
  private static boolean waits(Call call, Duration runtime) {
    var prefer = call.header("Prefer");
    return prefer.startsWith("wait")
        && Duration.ofSeconds(
                    prefer.contains("=") ? Integer.parseInt(prefer.replace("wait=", "")) : 60)
                .compareTo(runtime)
            >= 0;
  }

  private boolean isThrottled() {
    return throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private static Answer throttling() {
    return Answer.json(
        429, "{'detail':'Request was throttled. Your rate limit resets in ~1s.','status':429}");
  }

  private Answer stored(Call call) {
    return call.text().contains("Content-Disposition: form-data; name=\"content\"; filename=")
        ? Answer.json(
            201, "{'id':'f1','name':'a.png','urls':{'get':'" + uri("/v1/files/f1") + "'}}")
        : Answer.json(400, "{'title':'Bad request','detail':'Missing content'}");
  }

  private @Nullable Answer create(Call call) {
    var body = call.body();
    if (owesMoney) {
      return Answer.json(
          402,
          "{'title':'Insufficient credit','detail':'You have insufficient credit','status':402}");
    }
    if (isThrottled()) {
      return throttling();
    }
    var prediction =
        new Prediction(
            UUID.randomUUID().toString().replace("-", "").substring(0, 26),
            body.path("version").asString(),
            body.path("input"),
            end,
            new AtomicInteger());
    predictions.put(prediction.id(), prediction);
    return isReplyLost.getAsBoolean()
        ? null
        : Answer.json(
            201, json(prediction, waits(call, runtime) ? prediction.end() : "starting").toString());
  }

  private ObjectNode json(Prediction prediction) {
    var poll = prediction.polls().getAndIncrement();
    return json(prediction, poll < words.size() ? words.get(poll) : prediction.end());
  }

  private ObjectNode json(Prediction prediction, String status) {
    var json = JSON.createObjectNode();
    json.put("id", prediction.id()).put("version", prediction.version()).put("status", status);
    json.set("input", prediction.input());
    json.put("data_removed", isRemoved);
    json.putObject("urls")
        .put("get", uri("/v1/predictions/" + prediction.id()).toString())
        .put("cancel", uri("/v1/predictions/" + prediction.id() + "/cancel").toString());
    if (status.equals("succeeded") && !isRemoved) {
      json.putArray("output").add(uri("/files/out.png").toString());
    } else {
      json.putNull("output");
    }
    if (status.equals("failed")) {
      json.put("error", "NSFW content detected. Try running it again");
    } else {
      json.putNull("error");
    }
    return json;
  }

  private Answer list(String query) {
    var offset =
        query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
    var all = predictions.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    var page = JSON.createObjectNode();
    var results = page.putArray("results");
    all.stream().skip(offset).limit(PAGE).forEach(each -> results.add(json(each, "processing")));
    if (offset + PAGE < all.size()) {
      page.put("next", uri("/v1/predictions?cursor=" + (offset + PAGE)).toString());
    } else {
      page.putNull("next");
    }
    return Answer.json(200, page.toString());
  }
}
