package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every other address: an error that names those there are. */
public final class NotFoundHandler extends Handler.Abstract.NonBlocking {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ErrorEntry error =
        ErrorEntry.of(
            "notFound",
            "Nothing is at `"
                + request.getHttpURI().getPath()
                + "`. Give clients an address that ends in /v1, for HTTP and WebSocket alike; the"
                + " sandbox also has a page at /, GET /media/..., /ledger, /health, POST /reset and, where it was given pages,"
                + " /docs.");
    PreparedHttpReply.json(404, FaultPayloads.errorEnvelope(error)).send(response, callback);
    return true;
  }
}
