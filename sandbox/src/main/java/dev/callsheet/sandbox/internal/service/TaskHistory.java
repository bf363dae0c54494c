package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
import dev.callsheet.sandbox.internal.limit.JsonWeight;
import dev.callsheet.sandbox.internal.limit.Retention;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Retention retention;
  private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();

  /** An empty history, which is kept so long. */
  TaskHistory(Retention retention) {
    this.retention = retention;
    retention.onForget(exchanges::remove);
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
    retention.keep(task, now.weight() - (before == null ? 0 : before.weight()));
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
