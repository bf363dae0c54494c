package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** Sends a fault over HTTP in place of a reply. */
final class HttpFaultWriter {
  private HttpFaultWriter() {}

  /**
   * Sends the fault's response, or ends the connection, or stays silent.
   *
   * @param tasks those of the request; empty where it has none
   */
  static void send(
      Effect effect, List<JsonNode> tasks, Request request, Response response, Callback callback) {
    if (effect instanceof Effect.Status status) {
      of(status).send(response, callback);
    } else if (effect instanceof Effect.HtmlPage notJson) {
      PreparedHttpReply.html(notJson.status(), FaultPayloads.of(notJson)).send(response, callback);
    } else if (effect instanceof Effect.ErrorOnly error) {
      PreparedHttpReply.json(200, FaultPayloads.errorEnvelope(FaultPayloads.of(error, tasks)))
          .send(response, callback);
    } else if (!(effect instanceof Effect.Silence)) { // that is never to answer
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("dropped on purpose"));
    }
  }

  private static PreparedHttpReply of(Effect.Status effect) {
    PreparedHttpReply reply =
        PreparedHttpReply.json(
            effect.status(), FaultPayloads.errorEnvelope(FaultPayloads.of(effect)));
    return effect.retryAfter() == null
        ? reply
        : reply.withHeader("Retry-After", Long.toString(effect.retryAfter().toSeconds()));
  }
}
