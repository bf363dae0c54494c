package dev.callsheet.runtime.internal.wire;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the server sends unasked, in every form that has been seen: as a reply ({@code data},
 * {@code errors}), as an item or an error alone, or either in a list or in an object of its own.
 */
public final class NotificationReader {
  private static final int OK = 200;
  private static final int MAX_DEPTH = 3;

  private final ErrorReader errorReader;

  /**
   * A reader.
   *
   * @param hiding takes secrets out of the texts of errors
   */
  public NotificationReader(UnaryOperator<String> hiding) {
    this.errorReader = new ErrorReader(hiding);
  }

  /** Reads a body; empty if no task is named in it. */
  public Optional<ApiReply.ParsedReply> read(byte[] body) {
    JsonNode json;
    try {
      json = WireJson.MAPPER.readTree(body);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
    var parts = replyObjects(json, MAX_DEPTH).toList();
    var items =
        parts.stream().flatMap(part -> ReplyItem.ofReply(part, OK, errorReader).stream()).toList();
    var errors = parts.stream().flatMap(part -> errorReader.ofReply(part, OK).stream()).toList();
    var named =
        items.stream().anyMatch(item -> item.taskUUID() != null)
            || errors.stream().anyMatch(error -> error.taskUUID() != null);
    return named
        ? Optional.of(new ApiReply.ParsedReply(OK, null, items, errors))
        : Optional.empty();
  }

  /** The objects in a body that are replies, each item or error alone made one. */
  private static Stream<ObjectNode> replyObjects(JsonNode json, int depth) {
    if (json.isArray()) {
      return json.valueStream().flatMap(element -> replyObjects(element, depth - 1));
    }
    if (!(json instanceof ObjectNode object) || depth < 0) {
      return Stream.empty();
    }
    if (object.has("data") || object.has("errors") || isErrorReply(object)) {
      return Stream.of(object);
    }
    if (object.has("taskUUID") || object.has("taskType")) {
      return Stream.of(wrapAsReply(object));
    }
    return object.valueStream().flatMap(inner -> replyObjects(inner, depth - 1));
  }

  /** An item that failed has an error, too, but says its status beside it. */
  private static boolean isErrorReply(ObjectNode object) {
    return object.has("error") && !object.has("status");
  }

  private static ObjectNode wrapAsReply(ObjectNode object) {
    var isError = object.has("code") && ReplyItemState.of(object) == ReplyItemState.RUNNING;
    var reply = object.objectNode();
    reply.putArray(isError ? "errors" : "data").add(object);
    return reply;
  }
}
