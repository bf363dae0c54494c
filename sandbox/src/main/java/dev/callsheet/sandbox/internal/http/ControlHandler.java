package dev.callsheet.sandbox.internal.http;

import java.util.List;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.node.ObjectNode;

/** One address for whoever runs a sandbox: asks or commands something, by one method. */
public final class ControlHandler extends Handler.Abstract.NonBlocking {
  /** What is done, and the reply to it. */
  public interface Action {
    /** Does it. */
    ObjectNode run();
  }

  private final HttpMethod method;
  private final Action action;

  /** Does that when it is asked for by this method. */
  public ControlHandler(HttpMethod method, Action action) {
    this.method = method;
    this.action = action;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (method.is(request.getMethod())) {
      PreparedHttpReply.json(200, action.run()).send(response, callback);
    } else {
      MethodRefusal.of(List.of(method.asString())).send(response, callback);
    }
    return true;
  }
}
