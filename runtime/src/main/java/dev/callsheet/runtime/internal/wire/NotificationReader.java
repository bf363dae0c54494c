package dev.callsheet.runtime.internal.wire;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what the server sends unasked, in every form that has been seen: as a reply ({@code data},
 * {@code errors}), as an item or an error alone, or either in a list or in an object of its own.
 */
public final class NotificationReader {
  private static final int OK = 200;
  private static final int MAX_DEPTH = 3;

  private final SecretRedaction redaction;
  private final ErrorReader errorReader;

  /**
   * A reader.
   *
   * @param hiding takes secrets out of a text: servers quote the key
   * @param messageLength the most code points of an error's message
   */
  public NotificationReader(UnaryOperator<String> hiding, int messageLength) {
    this.redaction = new SecretRedaction(hiding);
    this.errorReader = new ErrorReader(messageLength);
  }

  /** Reads a body; empty if no task is named in it, or it cannot be read. Never throws. */
  public Optional<ApiReply.ParsedReply> read(byte[] body) {
    try {
      return read(redaction.apply(ReplyJson.read(body)));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
      return Optional.empty();
    }
  }

  private Optional<ApiReply.ParsedReply> read(JsonNode json) {
    var parts = replyObjects(json, MAX_DEPTH).toList();
    var items =
        parts.stream()
            .flatMap(part -> ReplyItem.ofReply(part, OK, errorReader).stream())
            .limit(ApiReplyReader.MAX_ELEMENTS)
            .toList();
    var errors =
        parts.stream()
            .flatMap(part -> errorReader.ofReply(part, OK).stream())
            .limit(ApiReplyReader.MAX_ELEMENTS)
            .toList();
    var named =
        items.stream().anyMatch(item -> item.taskUUID() != null)
            || errors.stream().anyMatch(error -> error.job() != null);
    return named
        ? Optional.of(new ApiReply.ParsedReply(OK, null, items, errors))
        : Optional.empty();
  }

  /** The objects in a body that are replies, each item or error alone made one. */
  private static Stream<ObjectNode> replyObjects(JsonNode json, int depth) {
    if (depth < 0) {
      return Stream.empty();
    }
    if (json.isArray()) {
      return json.valueStream().flatMap(element -> replyObjects(element, depth - 1));
    }
    if (!(json instanceof ObjectNode object)) {
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
