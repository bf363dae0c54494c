package dev.callsheet.sandbox.internal.service;

import dev.callsheet.sandbox.internal.ledger.TaskKey;
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
  private final Map<String, ObjectNode> requests = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> replies = new ConcurrentHashMap<>();

  void recordRequest(String taskUUID, ObjectNode task) {
    if (!taskUUID.isEmpty()) {
      requests.put(TaskKey.of(taskUUID), task);
    }
  }

  void recordReply(String taskUUID, ResponseEnvelope reply) {
    if (requests.containsKey(TaskKey.of(taskUUID))) {
      replies.put(TaskKey.of(taskUUID), reply.toJson());
    }
  }

  Optional<ObjectNode> details(String taskUUID) {
    return Optional.ofNullable(requests.get(TaskKey.of(taskUUID)))
        .map(
            task -> {
              ObjectNode item = JsonNodeFactory.instance.objectNode();
              item.put("taskType", "getTaskDetails").put("taskUUID", taskUUID);
              item.putArray("request").add(task);
              ObjectNode reply = replies.get(TaskKey.of(taskUUID));
              item.set("response", reply == null ? item.objectNode() : reply);
              return item;
            });
  }
}
