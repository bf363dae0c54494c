package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.api.ApiError;
import dev.callsheet.sandbox.knob.ParameterForm;
import dev.callsheet.sandbox.knob.WireFault;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a caller gets to read from a server in trouble. */
final class FaultReply {
  private FaultReply() {}

  /** Lets the caller of a request feel the fault, in place of a reply. */
  static void strike(
      WireFault.Effect effect, Request request, Response response, Callback callback) {
    if (effect instanceof WireFault.Effect.Status status) {
      of(status).send(response, callback);
    } else if (effect instanceof WireFault.Effect.NotJson notJson) {
      of(notJson).send(response, callback);
    } else {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("dropped on purpose"));
    }
  }

  static Reply of(WireFault.Effect.Status effect) {
    Reply reply = Reply.json(effect.status(), errors(error(effect.status())));
    return effect.retryAfter() == null
        ? reply
        : reply.with("Retry-After", Long.toString(effect.retryAfter().toSeconds()));
  }

  static Reply of(WireFault.Effect.NotJson effect) {
    return Reply.html(
        effect.status(),
        "<html><head><title>" + effect.status() + "</title></head><body>proxy</body></html>");
  }

  /** An envelope with nothing but this error, as for a request that reached no task. */
  static ObjectNode errors(ApiError error) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("errors").add(error.toJson(ParameterForm.FIRST));
    return json;
  }

  private static ApiError error(int status) {
    return switch (status) {
      case 402 -> ApiError.of("insufficientCredits", "The balance is too low.");
      case 403 -> ApiError.of("forbidden", "The API key may not do this.");
      case 429 -> ApiError.of("rateLimitExceeded", "The queue is full; try again later.");
      case 503 -> ApiError.of("serviceUnavailable", "No capacity at present; try again later.");
      case 504 -> ApiError.of("timeout", "The request waited too long; try again later.");
      default -> ApiError.of("internalServerError", "Something went wrong on the server.");
    };
  }
}
