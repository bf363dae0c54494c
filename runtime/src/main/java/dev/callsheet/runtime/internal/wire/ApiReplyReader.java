package dev.callsheet.runtime.internal.wire;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Makes a {@link ApiReply} of the bytes of one. */
public final class ApiReplyReader {
  private static final int OK = 200;

  private final ErrorReader errorReader;

  /**
   * A reader.
   *
   * @param hiding takes secrets out of the texts of errors
   */
  public ApiReplyReader(UnaryOperator<String> hiding) {
    this.errorReader = new ErrorReader(hiding);
  }

  /** Reads a body with its HTTP status; never throws. */
  public ApiReply read(int status, byte[] body, @Nullable Duration retryAfter) {
    JsonNode json;
    try {
      json = WireJson.MAPPER.readTree(body);
    } catch (JacksonException notJson) {
      return unreadable(status, "not JSON", retryAfter);
    }
    var items = ReplyItem.ofReply(json, status, errorReader);
    var errors = errorReader.ofReply(json, status);
    if (errors.isEmpty()
        && items.isEmpty()
        && (status >= 300 || json.path("data").isMissingNode())) {
      return unreadable(status, "neither data nor errors", retryAfter);
    }
    return new ApiReply.ParsedReply(status, retryAfter, items, errors);
  }

  /** Reads a frame of a WebSocket, which has no status of its own; never throws. */
  public ApiReply readFrame(String frame) {
    try {
      var json = WireJson.MAPPER.readTree(frame);
      return new ApiReply.ParsedReply(
          OK, null, ReplyItem.ofReply(json, null, errorReader), errorReader.ofReply(json, null));
    } catch (JacksonException notJson) {
      return new ApiReply.Failure(
          ErrorCodes.localError(
              "unrecognizedResponse", "The server sent a frame that is not JSON", null),
          null);
    }
  }

  private static ApiReply unreadable(int status, String what, @Nullable Duration retryAfter) {
    var code = status < 300 ? "unrecognizedResponse" : null; // otherwise the status decides
    return new ApiReply.Failure(
        ErrorCodes.localError(code, "The server answered HTTP " + status + " with " + what, status),
        retryAfter);
  }
}
