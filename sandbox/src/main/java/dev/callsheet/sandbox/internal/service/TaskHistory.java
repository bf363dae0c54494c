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

  /** What an exchange is called in the state. */
  private static final String LAST = "last";

  private final InstantSource clock;
  private final Retention retention;
  private final SandboxState state;
  private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();

  /** A history that is kept so long; it begins with what the state has of it. */
  TaskHistory(InstantSource clock, Retention retention, SandboxState state) {
    this.clock = clock;
    this.retention = retention;
    this.state = state;
    state.restore(Section.HISTORY, (task, name, value) -> restore(task, value));
    retention.onForget(this::forget);
  }

  private void restore(String task, JsonNode value) {
    Exchange exchange =
        Exchange.of((ObjectNode) value.path("request"), (ObjectNode) value.path("reply"));
    exchanges.put(task, exchange);
    retention.restore(task, Instant.parse(value.path("at").asString()), exchange.weight());
  }

  private void forget(String task) {
    exchanges.remove(task);
    state.forget(Section.HISTORY, task);
  }

  void recordRequest(String taskUUID, ObjectNode task) {
    if (!taskUUID.isEmpty()) {
      replace(TaskKey.of(taskUUID), Exchange.of(task, JsonNodeFactory.instance.objectNode()));
    }
  }

  void recordReply(String taskUUID, ResponseEnvelope reply) {
    Exchange known = exchanges.get(TaskKey.of(taskUUID));
    if (known != null) {
      replace(TaskKey.of(taskUUID), Exchange.of(known.request(), reply.toJson()));
    }
  }

  private void replace(String task, Exchange now) {
    Exchange before = exchanges.put(task, now);
    state.put(Section.HISTORY, task, LAST, () -> toJson(now));
    retention.keep(task, now.weight() - (before == null ? 0 : before.weight()));
  }

  private ObjectNode toJson(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("at", clock.instant().toString());
    json.set("request", exchange.request());
    json.set("reply", exchange.reply());
    return json;
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
