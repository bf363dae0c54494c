package dev.callsheet.sandbox.internal.service;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code getTaskDetails} tells: the task last submitted under a UUID, and the last reply there
 * was to that UUID, be it a rejection.
 */
final class TaskHistory {
  private final Map<String, ObjectNode> requests = new ConcurrentHashMap<>();
  private final Map<String, ObjectNode> replies = new ConcurrentHashMap<>();

  void recordRequest(String taskUUID, ObjectNode task) {
    if (!taskUUID.isEmpty()) {
      requests.put(key(taskUUID), task);
    }
  }

  void recordReply(String taskUUID, ResponseEnvelope reply) {
    if (requests.containsKey(key(taskUUID))) {
      replies.put(key(taskUUID), reply.toJson());
    }
  }

  Optional<ObjectNode> details(String taskUUID) {
    return Optional.ofNullable(requests.get(key(taskUUID)))
        .map(
            task -> {
              ObjectNode item = JsonNodeFactory.instance.objectNode();
              item.put("taskType", "getTaskDetails").put("taskUUID", taskUUID);
              item.putArray("request").add(task);
              ObjectNode reply = replies.get(key(taskUUID));
              item.set("response", reply == null ? item.objectNode() : reply);
              return item;
            });
  }

  private static String key(String taskUUID) {
    return taskUUID.toLowerCase(Locale.ROOT);
  }
}
