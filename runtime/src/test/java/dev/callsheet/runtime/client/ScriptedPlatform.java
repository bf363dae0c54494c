package dev.callsheet.runtime.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A real server that answers as a test tells it to, and remembers what it was asked. */
abstract class ScriptedPlatform implements AutoCloseable {
  /** Decides on the answer to a request. */
  @FunctionalInterface
  interface Script {
    ScriptedResponse answer(Call call) throws InterruptedException;
  }

  /** A request: the how-manieth of all, and its tasks. */
  record Call(int number, Map<String, List<String>> headers, JsonNode tasks) {
    /** The same, counted otherwise. */
    Call renumbered(int other) {
      return new Call(other, headers, tasks);
    }

    JsonNode task() {
      return tasks.path(0);
    }

    boolean isPoll() {
      return task().path("taskType").asString("").equals("getResponse");
    }

    String id() {
      return task().path("taskUUID").asString();
    }

    /** The host and port that the request was sent to. */
    String host() {
      return String.join("", headers.getOrDefault("Host", List.of()));
    }

    String ack() {
      return "{\"taskType\":\"videoInference\",\"taskUUID\":\"%s\"}".formatted(id());
    }

    String processing() {
      return item("\"status\":\"processing\"");
    }

    String success(UUID media) {
      return item(
          "\"status\":\"success\",\"videoUUID\":\"%s\",\"videoURL\":\"http://127.0.0.1:1/v.mp4\""
              .formatted(media));
    }

    /** An item of this task with more fields. */
    String item(String fields) {
      return "{\"taskUUID\":\"%s\",%s}".formatted(id(), fields);
    }

    /** An error of this task. */
    String error(String code) {
      return item("\"code\":\"%s\",\"message\":\"about %s\"".formatted(code, code));
    }
  }

  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** Remembers a request; one without tasks is none. */
  final synchronized Call call(Map<String, List<String>> headers, JsonNode tasks) {
    var call = new Call(calls.size() + 1, headers, tasks);
    if (!tasks.isMissingNode()) {
      calls.add(call);
    }
    return call;
  }

  /** Where requests are to be sent. */
  abstract URI endpoint();

  List<Call> calls() {
    return calls;
  }

  List<Call> submissions() {
    return calls.stream().filter(call -> !call.isPoll()).toList();
  }

  List<Call> polls() {
    return calls.stream().filter(Call::isPoll).toList();
  }

  @Override
  public abstract void close();
}
