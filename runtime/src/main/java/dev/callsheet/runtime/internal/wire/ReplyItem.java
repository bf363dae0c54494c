package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
 * @param progress per cent, where the server tells
 * @param error why the result failed; null unless it did
 * @param json the element itself
 */
public record ReplyItem(
    @Nullable UUID taskUUID,
    ReplyItemState state,
    OptionalInt progress,
    @Nullable ApiError error,
    ObjectNode json) {

  /** A result that was delivered before, from its JSON. */
  public static ReplyItem delivered(UUID task, String json) {
    var read = (ObjectNode) WireJson.MAPPER.readTree(json);
    return new ReplyItem(task, ReplyItemState.DELIVERED, OptionalInt.empty(), null, read);
  }

  /** The same item, naming this task if it named none. */
  public ReplyItem withTask(UUID task) {
    return taskUUID != null
        ? this
        : new ReplyItem(
            task, state, progress, error, json.deepCopy().put("taskUUID", task.toString()));
  }

  /** What the result cost in US dollars, where the server says so. */
  public Optional<BigDecimal> cost() {
    return json.path("cost").decimalValueOpt();
  }

  /** The items of a reply: the objects in {@code data}, which may be one or several. */
  static List<ReplyItem> ofReply(JsonNode reply, @Nullable Integer httpStatus, ErrorReader errors) {
    var data = reply.path("data");
    return (data.isObject() ? Stream.of(data) : data.valueStream())
        .filter(ObjectNode.class::isInstance)
        .map(item -> of((ObjectNode) item, httpStatus, errors))
        .toList();
  }

  static ReplyItem of(ObjectNode json, @Nullable Integer httpStatus, ErrorReader errors) {
    var state = ReplyItemState.of(json);
    var progress = json.path("progress");
    return new ReplyItem(
        UuidParser.taskUuid(json).orElse(null),
        state,
        progress.isNumber() ? OptionalInt.of(progress.asInt(0)) : OptionalInt.empty(),
        state == ReplyItemState.FAILED ? errors.ofFailedItem(json, httpStatus) : null,
        json);
  }
}
