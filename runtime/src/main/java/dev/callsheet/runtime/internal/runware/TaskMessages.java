package dev.callsheet.runtime.internal.runware;

import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.TransportRequest;
import dev.callsheet.runtime.internal.transport.TransportRequest.Purpose;
import dev.callsheet.runtime.internal.wire.WireJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes messages, which are JSON arrays of tasks. */
public final class TaskMessages {
  private TaskMessages() {}

  /** The message that a request is. A task is looked up as it is polled, by the caller's UUID. */
  public static byte[] body(TransportRequest request) {
    return request.purpose() == Purpose.SUBMISSION
        ? request.body()
        : WireJson.line(
            request.tasks().stream()
                .map(task -> Map.of("taskType", "getResponse", "taskUUID", task))
                .toList());
  }

  /**
   * The message that opens a session over WebSocket.
   *
   * @param session the session to take up again; null to begin one
   */
  public static String authentication(ApiKey key, @Nullable String session) {
    var task =
        WireJson.MAPPER
            .createObjectNode()
            .put("taskType", "authentication")
            .put("apiKey", key.in("{key}"));
    if (session != null) {
      task.put("connectionSessionUUID", session);
    }
    return WireJson.MAPPER.createArrayNode().add(task).toString();
  }
}
