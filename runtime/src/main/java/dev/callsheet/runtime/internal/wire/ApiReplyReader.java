package dev.callsheet.runtime.internal.wire;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes a {@link ApiReply} of the bytes of one. Whatever they are, something is made of them: what
 * cannot be read is a reply that says so.
 */
public final class ApiReplyReader {
  /** As many items, and as many errors, are read of one reply; the rest is left. */
  static final int MAX_ELEMENTS = 10_000;

  private static final int OK = 200;

  private final SecretRedaction redaction;
  private final ErrorReader errorReader;

  /**
   * A reader.
   *
   * @param hiding takes secrets out of a text: servers quote the key
   * @param messageLength the most code points of an error's message
   */
  public ApiReplyReader(UnaryOperator<String> hiding, int messageLength) {
    this.redaction = new SecretRedaction(hiding);
    this.errorReader = new ErrorReader(messageLength);
  }

  /** Reads a body with its HTTP status; never throws. */
  public ApiReply read(int status, byte[] body, @Nullable Duration retryAfter) {
    return orFailure(
        () -> reply(status, redaction.apply(ReplyJson.read(body)), retryAfter),
        () -> unreadable(status, "something that is not JSON", retryAfter));
  }

  private ApiReply reply(int status, JsonNode json, @Nullable Duration retryAfter) {
    var items = ReplyItem.ofReply(json, status, errorReader);
    var errors = errorReader.ofReply(json, status);
    return errors.isEmpty()
            && items.isEmpty()
            && (status >= 300 || json.path("data").isMissingNode())
        ? unreadable(status, "neither data nor errors", retryAfter)
        : new ApiReply.ParsedReply(status, retryAfter, items, errors);
  }

  /** Reads a frame of a WebSocket, which has no status of its own; never throws. */
  public ApiReply readFrame(String frame) {
    return orFailure(
        () -> frame(redaction.apply(ReplyJson.read(frame))),
        () ->
            new ApiReply.Failure(
                ErrorCodes.localError(
                    ErrorCodes.UNRECOGNIZED, "The server sent a frame that is not JSON", null),
                null));
  }

  private ApiReply frame(JsonNode json) {
    return new ApiReply.ParsedReply(
        OK, null, ReplyItem.ofReply(json, null, errorReader), errorReader.ofReply(json, null));
  }

  /**
   * Not only what Jackson throws: a reply may be too much for the memory, too, and must not be the
   * end of the thread that reads it.
   */
  private static ApiReply orFailure(Supplier<ApiReply> reading, Supplier<ApiReply> failure) {
    try {
      return reading.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError unreadable) {
      return failure.get();
    }
  }

  private static ApiReply unreadable(int status, String what, @Nullable Duration retryAfter) {
    var code = status < 300 ? ErrorCodes.UNRECOGNIZED : null; // otherwise the status decides
    return new ApiReply.Failure(
        ErrorCodes.localError(code, "The server answered HTTP " + status + " with " + what, status),
        retryAfter);
  }
}
