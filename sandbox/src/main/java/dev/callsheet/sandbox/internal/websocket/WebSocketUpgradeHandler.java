package dev.callsheet.sandbox.internal.websocket;

import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.internal.exchange.ExchangeLog;
import dev.callsheet.sandbox.internal.fault.FaultSchedule;
import dev.callsheet.sandbox.internal.http.DryRunRequest;
import dev.callsheet.sandbox.internal.ledger.RecordingLedger;
import dev.callsheet.sandbox.internal.limit.ReceiveBudget;
import dev.callsheet.sandbox.internal.limit.Retentions;
import dev.callsheet.sandbox.internal.service.ApiKeyAuthenticator;
import dev.callsheet.sandbox.internal.service.TaskService;
import java.time.InstantSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** Accepts WebSocket connections, and hands other requests to an HTTP handler. */
public final class WebSocketUpgradeHandler extends Handler.Wrapper {
  private final WebSocketMappings mappings;
  private final WebSocketNegotiator negotiator;

  /** Accepts connections to this service, with these wire faults, before an HTTP handler. */
  public WebSocketUpgradeHandler(
      Handler http,
      TaskService api,
      ApiKeyAuthenticator authentication,
      FaultSchedule faults,
      ExchangeLog exchanges,
      SandboxBehavior behavior,
      RecordingLedger ledger,
      InstantSource clock,
      ReceiveBudget budget,
      Retentions retentions,
      Server server) {
    super(http);
    SocketContext context =
        new SocketContext(
            api,
            authentication,
            faults,
            exchanges,
            behavior,
            new SessionRegistry(behavior.webSocket().replayWindow(), clock, retentions.sessions()),
            new ResultPusher(behavior, ledger, clock, server.getScheduler()),
            budget,
            server.getScheduler());
    this.mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
    this.negotiator =
        WebSocketNegotiator.from(
            (request, response, callback) ->
                new WebSocketFrameHandler(context, DryRunRequest.isAsked(request)),
            (handler, request, response) -> (WebSocketFrameHandler) handler,
            WebSocketUpgradeHandler::configure);
  }

  private static void configure(Configuration configuration) {
    configuration.setMaxFrameSize(0); // frames come in parts, of which the message's size is known
    configuration.setAutoFragment(true);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return mappings.upgrade(negotiator, request, response, callback, null)
        || super.handle(request, response, callback);
  }
}
