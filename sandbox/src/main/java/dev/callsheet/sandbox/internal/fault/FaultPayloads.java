package dev.callsheet.sandbox.internal.fault;

import dev.callsheet.sandbox.behavior.ErrorParameterForm;
import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of faulty responses, for every transport. */
public final class FaultPayloads {
  private FaultPayloads() {}

  /** A body with nothing but this error, as for a request that reached no task. */
  public static ObjectNode errorEnvelope(ErrorEntry error) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("errors").add(error.toJson(ErrorParameterForm.FIRST));
    return json;
  }

  /** The error that goes with an HTTP status. */
  public static ErrorEntry of(Effect.Status effect) {
    return switch (effect.status()) {
      case 402 -> ErrorEntry.of("insufficientCredits", "The balance is too low.");
      case 403 -> ErrorEntry.of("forbidden", "The API key may not do this.");
      case 429 -> ErrorEntry.of("rateLimitExceeded", "The queue is full; try again later.");
      case 503 -> ErrorEntry.of("serviceUnavailable", "No capacity at present; try again later.");
      case 504 -> ErrorEntry.of("timeout", "The request waited too long; try again later.");
      default -> ErrorEntry.of("internalServerError", "Something went wrong on the server.");
    };
  }

  /** The error that replaces the reply to a request with these tasks. */
  public static ErrorEntry of(Effect.ErrorOnly effect, List<JsonNode> tasks) {
    ErrorEntry error = injectedError(effect.code());
    if (!effect.namesTask() || tasks.isEmpty()) {
      return error;
    }
    JsonNode first = tasks.get(0);
    return error.withTask(first.path("taskType").asString(""), first.path("taskUUID").asString(""));
  }

  /** The error that is added to a reply. */
  public static ErrorEntry of(Effect.AdditionalError effect) {
    return injectedError(effect.code());
  }

  /** The page of a proxy. */
  public static String of(Effect.HtmlPage effect) {
    return "<html><head><title>" + effect.status() + "</title></head><body>proxy</body></html>";
  }

  private static ErrorEntry injectedError(String code) {
    return ErrorEntry.of(code, "An injected error.");
  }
}
