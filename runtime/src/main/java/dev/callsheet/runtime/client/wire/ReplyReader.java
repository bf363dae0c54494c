package dev.callsheet.runtime.client.wire;

import dev.callsheet.runtime.client.error.ApiError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a {@link Reply} of the bytes of one. */
public final class ReplyReader {
  private ReplyReader() {}

  /** Reads a body with its HTTP status; never throws. */
  public static Reply read(int status, byte[] body, @Nullable Duration retryAfter) {
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
                .map(item -> Item.of((ObjectNode) item, status))
                .toList();
    var errors = ErrorReader.ofReply(json, status);
    if (errors.isEmpty() && items.isEmpty()) {
      if (status >= 300) {
        errors =
            List.of(ApiError.local("http" + status, "The server answered HTTP " + status, status));
      } else if (data.isMissingNode()) {
        return unreadable(status, "neither data nor errors", retryAfter);
      }
    }
    return new Reply.Answer(status, retryAfter, items, errors);
  }

  private static Reply unreadable(int status, String what, @Nullable Duration retryAfter) {
    return new Reply.NoAnswer(
        ApiError.local(
            "unrecognizedResponse", "The server answered HTTP " + status + " with " + what, status),
        retryAfter);
  }
}
