package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.JsonWeight;
import dev.callsheet.sandbox.internal.limit.Retention;
import dev.callsheet.sandbox.internal.state.SandboxState;
import dev.callsheet.sandbox.internal.state.SandboxState.Section;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code getTaskDetails} returns: the task last submitted under a UUID, and the last reply
 * about that UUID, which may be a rejection.
 */
final class TaskHistory {
  /** A task, with the last reply about it and what both weigh. */
  private record Exchange(ObjectNode request, ObjectNode reply, long weight) {
    static Exchange of(ObjectNode request, ObjectNode reply) {
      return new Exchange(request, reply, JsonWeight.of(request) + JsonWeight.of(reply));
    }
  }

  /**
   * What a task and the last reply are called in the state: the one is large, the other changes.
   */
  private static final String REQUEST = "request";

  private static final String REPLY = "reply";

  private final InstantSource clock;
  private final Retention retention;
  private final SandboxState state;
  private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();

  /** A history that is kept so long; it begins with what the state has of it. */
  TaskHistory(InstantSource clock, Retention retention, SandboxState state) {
    this.clock = clock;
    this.retention = retention;
    this.state = state;
    state.restore(Section.HISTORY, this::restore);
    retention.onForget(this::forget);
  }

  private void restore(String task, String name, JsonNode value) {
    Instant at = Instant.parse(value.path("at").asString());
    ObjectNode json = (ObjectNode) value.path("json");
    if (name.equals(REQUEST)) {
      retention.restore(task, at, putInMemory(task, withoutReply(json)));
    } else if (exchanges.containsKey(task)) { // its line may be damaged
      ObjectNode request = exchanges.get(task).request();
      retention.restore(task, at, putInMemory(task, Exchange.of(request, json)));
    }
  }

  private static Exchange withoutReply(ObjectNode request) {
    return Exchange.of(request, JsonNodeFactory.instance.objectNode());
  }

  /** Returns by how much it is heavier than the one before. */
  private long putInMemory(String task, Exchange now) {
    Exchange before = exchanges.put(task, now);
    return now.weight() - (before == null ? 0 : before.weight());
  }

  private void forget(String task) {
    exchanges.remove(task);
    state.forget(Section.HISTORY, task);
  }

  void recordRequest(String taskUUID, ObjectNode task) {
    if (!taskUUID.isEmpty()) {
      String key = TaskKey.of(taskUUID);
      state.put(Section.HISTORY, key, REQUEST, () -> toJson(task));
      state.forget(Section.HISTORY, key, REPLY);
      retention.keep(key, putInMemory(key, withoutReply(task)));
    }
  }

  void recordReply(String taskUUID, ResponseEnvelope reply) {
    String key = TaskKey.of(taskUUID);
    Exchange known = exchanges.get(key);
    if (known != null) {
      ObjectNode last = reply.toJson();
      state.put(Section.HISTORY, key, REPLY, () -> toJson(last));
      retention.keep(key, putInMemory(key, Exchange.of(known.request(), last)));
    }
  }

  private ObjectNode toJson(ObjectNode json) {
    ObjectNode dated = JsonNodeFactory.instance.objectNode().put("at", clock.instant().toString());
    return dated.set("json", json);
  }

  Optional<ObjectNode> details(String taskUUID) {
    retention.sweep();
    return Optional.ofNullable(exchanges.get(TaskKey.of(taskUUID)))
        .map(
            exchange -> {
              ObjectNode item = JsonNodeFactory.instance.objectNode();
              item.put("taskType", "getTaskDetails").put("taskUUID", taskUUID);
              item.putArray("request").add(exchange.request());
              item.set("response", exchange.reply());
              return item;
            });
  }
}
