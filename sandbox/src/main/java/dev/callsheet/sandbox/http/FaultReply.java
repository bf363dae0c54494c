package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.fault.FaultText;
import dev.callsheet.sandbox.knob.WireFault.Effect;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** What a caller gets instead of a reply from a server in trouble. */
final class FaultReply {
  private FaultReply() {}

  /**
   * Lets the caller of a request feel the fault, in place of a reply.
   *
   * @param tasks those of the request; empty where it has none
   */
  static void strike(
      Effect effect, List<JsonNode> tasks, Request request, Response response, Callback callback) {
    if (effect instanceof Effect.Status status) {
      of(status).send(response, callback);
    } else if (effect instanceof Effect.NotJson notJson) {
      Reply.html(notJson.status(), FaultText.of(notJson)).send(response, callback);
    } else if (effect instanceof Effect.ErrorInstead error) {
      Reply.json(200, FaultText.envelope(FaultText.of(error, tasks))).send(response, callback);
    } else if (!(effect instanceof Effect.Silence)) { // that is never to answer
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("dropped on purpose"));
    }
  }

  private static Reply of(Effect.Status effect) {
    Reply reply = Reply.json(effect.status(), FaultText.envelope(FaultText.of(effect)));
    return effect.retryAfter() == null
        ? reply
        : reply.with("Retry-After", Long.toString(effect.retryAfter().toSeconds()));
  }
}
