package dev.callsheet.runtime.internal.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the error objects of replies in all the shapes they come in.
 *
 * @param redactor takes secrets out of a text: servers quote the key in their errors
 */
record ErrorReader(UnaryOperator<String> redactor) {

  /** The errors of a whole reply: {@code errors} or {@code error}, one object or several. */
  List<ApiError> ofReply(JsonNode reply, @Nullable Integer httpStatus) {
    if (reply.path("error").asBoolean(false)) {
      return List.of(read(reply, reply, httpStatus)); // the form of before 2025: all on one level
    }
    return Stream.of("errors", "error")
        .flatMap(name -> elements(reply.path(name)))
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
      return node.values().stream();
    }
    return node.isObject() || node.isString() ? Stream.of(node) : Stream.empty();
  }

  private ApiError read(JsonNode asSent, JsonNode around, @Nullable Integer httpStatus) {
    var error = withoutSecrets(asSent);
    var code = text(error, "code", "errorCode", "errorId");
    return new ApiError(
        ErrorCodes.classify(code, httpStatus),
        code,
        message(error, code, httpStatus),
        elements(error.path("parameter")).map(JsonNode::asString).toList(),
        UuidParser.taskUuid(error).or(() -> UuidParser.taskUuid(around)).orElse(null),
        httpStatus,
        error);
  }

  private JsonNode withoutSecrets(JsonNode error) {
    var text = error.toString();
    var hidden = redactor.apply(text);
    return hidden.equals(text) ? error : WireJson.MAPPER.readTree(hidden);
  }

  private static String message(
      JsonNode error, @Nullable String code, @Nullable Integer httpStatus) {
    if (error.isString()) {
      return error.stringValue();
    }
    var message = text(error, "message", "errorMessage", "detail");
    if (message != null) {
      return message;
    }
    if (code != null) {
      return code;
    }
    return httpStatus == null
        ? "The server reported an error without a reason"
        : "The server answered HTTP " + httpStatus + " without a reason";
  }

  private static @Nullable String text(JsonNode error, String... names) {
    return Stream.of(names)
        .map(error::path)
        .filter(node -> node.isString() || node.isNumber())
        .map(JsonNode::asString)
        .findFirst()
        .orElse(null);
  }
}
