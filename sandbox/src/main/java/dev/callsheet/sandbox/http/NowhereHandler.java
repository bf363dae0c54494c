package dev.callsheet.sandbox.http;

import dev.callsheet.sandbox.api.ApiError;
import dev.callsheet.sandbox.fault.FaultText;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every other address: tells the way. */
public final class NowhereHandler extends Handler.Abstract.NonBlocking {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ApiError error =
        ApiError.of(
            "notFound", "Nothing is here. The sandbox has POST /v1, GET /media/... and /ledger.");
    Reply.json(404, FaultText.envelope(error)).send(response, callback);
    return true;
  }
}
