package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.behavior.WireFault.Effect;
import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends a fault over HTTP in place of a reply. */
public final class HttpFaultWriter {
  private HttpFaultWriter() {}

  /** Sends the fault's response, or ends the connection, or stays silent. */
  public static void send(
      Effect effect, FaultReplies replies, Request request, Response response, Callback callback) {
    if (effect instanceof Effect.Status status) {
      replies.of(status).send(response, callback);
    } else if (effect instanceof Effect.HtmlPage notJson) {
      PreparedHttpReply.html(notJson.status(), FaultPayloads.of(notJson)).send(response, callback);
    } else if (effect instanceof Effect.ErrorOnly error) {
      replies.of(error).send(response, callback);
    } else if (!(effect instanceof Effect.Silence)) { // that is never to answer
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new EofException("dropped on purpose"));
    }
  }
}
