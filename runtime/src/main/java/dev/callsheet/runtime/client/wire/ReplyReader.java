package dev.callsheet.runtime.client.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a {@link Reply} of the bytes of one. */
public final class ReplyReader {
  private final ErrorReader errorReader;

  /**
   * A reader.
   *
   * @param hiding takes secrets out of the texts of errors
   */
  public ReplyReader(UnaryOperator<String> hiding) {
    this.errorReader = new ErrorReader(hiding);
  }

  /** Reads a body with its HTTP status; never throws. */
  public Reply read(int status, byte[] body, @Nullable Duration retryAfter) {
    JsonNode json;
    try {
      json = Wire.MAPPER.readTree(body);
    } catch (JacksonException notJson) {
      return unreadable(status, "not JSON", retryAfter);
    }
    var data = json.path("data");
    var items =
        (data.isObject() ? List.of(data) : data.values())
            .stream()
                .filter(ObjectNode.class::isInstance)
                .map(item -> Item.of((ObjectNode) item, status, errorReader))
                .toList();
    var errors = errorReader.ofReply(json, status);
    if (errors.isEmpty() && items.isEmpty() && (status >= 300 || data.isMissingNode())) {
      return unreadable(status, "neither data nor errors", retryAfter);
    }
    return new Reply.Answer(status, retryAfter, items, errors);
  }

  private static Reply unreadable(int status, String what, @Nullable Duration retryAfter) {
    var code = status < 300 ? "unrecognizedResponse" : null; // else the status says it all
    return new Reply.NoAnswer(
        ApiError.local(code, "The server answered HTTP " + status + " with " + what, status),
        retryAfter);
  }
}
