package dev.callsheet.cli.request;

import dev.callsheet.runtime.client.RawRequest;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it will be sent.
 *
 * @param place the file and line that it stands at
 * @param request with a UUID
 * @param content what was written: without the UUID, where it got a new one
 * @param isAlwaysNew whether it is never taken for an earlier job: it has a UUID by which its own
 *     is known, or it is to be paid again
 */
public record RunRequest(String place, RawRequest request, JsonNode content, boolean isAlwaysNew) {
  /** The member by which Runware knows a task. */
  static final String TASK_UUID = "taskUUID";

  /**
   * The request of a task.
   *
   * @param isNew whether it gets a new UUID in any case
   */
  public static RunRequest of(PricedTask priced, boolean isNew) {
    ModelTask task = priced.task();
    String place = priced.file() + ":" + task.line();
    String platform = platform(priced);
    if (!platform.equals(RawRequest.PLATFORM)) {
      RawRequest request = RawRequest.of(platform, task.model().id(), task.json());
      return new RunRequest(place, request, task.json(), isNew);
    }
    boolean hasOwn = task.json().has(TASK_UUID);
    JsonNode content = task.json();
    if (hasOwn && isNew && content.deepCopy() instanceof ObjectNode copy) {
      content = copy.put(TASK_UUID, UUID.randomUUID().toString());
    }
    return new RunRequest(place, RawRequest.of(content), content, hasOwn || isNew);
  }

  /** The name of the platform that a task is for. */
  public static String platform(PricedTask priced) {
    return priced.task().model().metadata().platformName().orElse(RawRequest.PLATFORM);
  }

  /**
   * Whether this is what a job was sent as, whatever UUID that has: alone, in a list, or as a
   * member of what its platform puts around it.
   */
  boolean isContentOf(JsonNode sent) {
    return Stream.concat(Stream.of(sent), sent.valueStream()).anyMatch(this::isSame);
  }

  private boolean isSame(JsonNode sent) {
    return sent instanceof ObjectNode object
        && content.equals(object.deepCopy().without(TASK_UUID));
  }
}
