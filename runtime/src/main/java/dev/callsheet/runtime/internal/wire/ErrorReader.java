package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import dev.callsheet.runtime.internal.messages.DisplayText;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the error objects of replies in all the shapes they come in. Their texts are made fit to be
 * shown; the object itself is kept as it was sent.
 *
 * @param messageLength the most code points of a message
 */
record ErrorReader(int messageLength) {
  private static final int MAX_WORD_LENGTH = 100;
  private static final int MAX_PARAMETERS = 20;

  /** The errors of a whole reply: {@code errors} or {@code error}, one object or several. */
  List<ApiError> ofReply(JsonNode reply, @Nullable Integer httpStatus) {
    if (reply.path("error").asBoolean(false)) {
      return List.of(read(reply, reply, httpStatus)); // the form of before 2025: all on one level
    }
    return Stream.of("errors", "error")
        .flatMap(name -> elements(reply.path(name)))
        .limit(ApiReplyReader.MAX_ELEMENTS)
        .map(error -> read(error, reply, httpStatus))
        .toList();
  }

  /** The error of an item that failed: beside its status, or in an object of its own. */
  ApiError ofFailedItem(JsonNode item, @Nullable Integer httpStatus) {
    var inner = Stream.of("error", "errors").flatMap(name -> elements(item.path(name))).findFirst();
    return read(inner.orElse(item), item, httpStatus);
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    if (node.isArray()) {
      return node.values().stream().filter(Predicate.not(JsonNode::isNull));
    }
    return node.isObject() || node.isString() ? Stream.of(node) : Stream.empty();
  }

  private ApiError read(JsonNode error, JsonNode around, @Nullable Integer httpStatus) {
    var code = code(error);
    return new ApiError(
        ErrorCodes.classify(code, httpStatus),
        code,
        message(error, code, httpStatus),
        elements(error.path("parameter"))
            .limit(MAX_PARAMETERS)
            .map(parameter -> text(parameter, MAX_WORD_LENGTH))
            .toList(),
        UuidParser.taskUuid(error).or(() -> UuidParser.taskUuid(around)).orElse(null),
        httpStatus,
        error);
  }

  private static @Nullable String code(JsonNode error) {
    return Stream.of("code", "errorCode", "errorId")
        .map(error::path)
        .filter(node -> node.isString() || node.isNumber())
        .map(node -> text(node, MAX_WORD_LENGTH))
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElse(null);
  }

  private String message(JsonNode error, @Nullable String code, @Nullable Integer httpStatus) {
    var named = Stream.of("message", "errorMessage", "detail").map(error::path);
    return Stream.concat(named, Stream.of(error).filter(JsonNode::isString))
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .map(node -> text(node, messageLength))
        .filter(Predicate.not(String::isBlank))
        .findFirst()
        .orElseGet(() -> code == null ? withoutReason(httpStatus) : code);
  }

  private static String withoutReason(@Nullable Integer httpStatus) {
    return httpStatus == null
        ? "The server reported an error without a reason"
        : "The server answered HTTP " + httpStatus + " without a reason";
  }

  /** What a string says; anything else as JSON. */
  private static String text(JsonNode node, int length) {
    return DisplayText.line(node.isString() ? node.stringValue() : node.toString(), length);
  }
}
