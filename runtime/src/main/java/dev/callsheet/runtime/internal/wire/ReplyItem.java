package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One element of a reply's {@code data}.
 *
 * @param taskUUID the task it belongs to; null when it does not say
 * @param state how far its result has come
 * @param progress per cent, where the server reports it
 * @param error why the result failed; null unless it did
 * @param reference what the platform calls the task; null when it has no name of its own for it
 * @param json the element itself
 */
public record ReplyItem(
    @Nullable UUID taskUUID,
    ReplyItemState state,
    OptionalInt progress,
    @Nullable ApiError error,
    @Nullable String reference,
    ObjectNode json) {

  /**
   * A result that was delivered before, from its JSON.
   *
   * @throws IllegalArgumentException if that is no object
   */
  public static ReplyItem delivered(UUID task, String json) {
    if (ReplyJson.read(json) instanceof ObjectNode read) {
      return new ReplyItem(task, ReplyItemState.DELIVERED, OptionalInt.empty(), null, null, read);
    }
    throw new IllegalArgumentException("A result of task " + task + " is no JSON object");
  }

  /** The same item, naming this task if it named none. */
  public ReplyItem withTask(UUID task) {
    return taskUUID != null
        ? this
        : new ReplyItem(
            task,
            state,
            progress,
            error,
            reference,
            json.deepCopy().put("taskUUID", task.toString()));
  }

  /** The items of a reply: the objects in {@code data}, which may be one or several. */
  static List<ReplyItem> ofReply(JsonNode reply, @Nullable Integer httpStatus, ErrorReader errors) {
    var data = reply.path("data");
    return (data.isObject() ? Stream.of(data) : data.valueStream())
        .filter(ObjectNode.class::isInstance)
        .limit(ApiReplyReader.MAX_ELEMENTS)
        .map(item -> of((ObjectNode) item, httpStatus, errors))
        .toList();
  }

  static ReplyItem of(ObjectNode json, @Nullable Integer httpStatus, ErrorReader errors) {
    var state = ReplyItemState.of(json);
    return new ReplyItem(
        UuidParser.taskUuid(json).orElse(null),
        state,
        percent(json.path("progress")),
        state == ReplyItemState.FAILED ? errors.ofFailedItem(json, httpStatus) : null,
        null,
        json);
  }

  private static OptionalInt percent(JsonNode progress) {
    return progress.isNumber()
        ? OptionalInt.of(Math.max(0, Math.min(100, progress.asInt(0))))
        : OptionalInt.empty();
  }
}
