package dev.callsheet.sandbox.fault;

import dev.callsheet.sandbox.api.ApiError;
import dev.callsheet.sandbox.knob.ParameterForm;
import dev.callsheet.sandbox.knob.WireFault.Effect;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a caller gets to read from a server in trouble. */
public final class FaultText {
  private FaultText() {}

  /** A body with nothing but this error, as for a request that reached no task. */
  public static ObjectNode envelope(ApiError error) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("errors").add(error.toJson(ParameterForm.FIRST));
    return json;
  }

  /** The error that goes with an HTTP status. */
  public static ApiError of(Effect.Status effect) {
    return switch (effect.status()) {
      case 402 -> ApiError.of("insufficientCredits", "The balance is too low.");
      case 403 -> ApiError.of("forbidden", "The API key may not do this.");
      case 429 -> ApiError.of("rateLimitExceeded", "The queue is full; try again later.");
      case 503 -> ApiError.of("serviceUnavailable", "No capacity at present; try again later.");
      case 504 -> ApiError.of("timeout", "The request waited too long; try again later.");
      default -> ApiError.of("internalServerError", "Something went wrong on the server.");
    };
  }

  /** The error that stands in for the reply to a request of these tasks. */
  public static ApiError of(Effect.ErrorInstead effect, List<JsonNode> tasks) {
    ApiError error = made(effect.code());
    if (!effect.named() || tasks.isEmpty()) {
      return error;
    }
    JsonNode first = tasks.get(0);
    return error.in(first.path("taskType").asString(""), first.path("taskUUID").asString(""));
  }

  /** The error that stands beside a reply. */
  public static ApiError of(Effect.ErrorBeside effect) {
    return made(effect.code());
  }

  /** The page that a proxy shows. */
  public static String of(Effect.NotJson effect) {
    return "<html><head><title>" + effect.status() + "</title></head><body>proxy</body></html>";
  }

  private static ApiError made(String code) {
    return ApiError.of(code, "An error that was asked for.");
  }
}
