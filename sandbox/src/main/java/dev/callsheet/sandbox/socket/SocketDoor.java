package dev.callsheet.sandbox.socket;

import dev.callsheet.sandbox.api.Api;
import dev.callsheet.sandbox.api.Authentication;
import dev.callsheet.sandbox.fault.WireFaults;
import dev.callsheet.sandbox.knob.Knobs;
import dev.callsheet.sandbox.ledger.Ledger;
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

/** Lets WebSocket connections in, and other requests through to a handler of HTTP. */
public final class SocketDoor extends Handler.Wrapper {
  private static final long LARGEST_MESSAGE = 64L << 20;

  private final WebSocketMappings mappings;
  private final WebSocketNegotiator negotiator;

  /** A door to this API, with these faults of the wire, before a handler of HTTP. */
  public SocketDoor(
      Handler http,
      Api api,
      Authentication authentication,
      WireFaults faults,
      Knobs knobs,
      Ledger ledger,
      InstantSource clock,
      Server server) {
    super(http);
    Desk desk =
        new Desk(
            api,
            authentication,
            faults,
            knobs,
            new Sessions(knobs.socket().replay(), clock),
            new Pushes(knobs, ledger, clock, server.getScheduler()),
            server.getScheduler());
    this.mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
    this.negotiator =
        WebSocketNegotiator.from(
            (request, response, callback) -> new Connection(desk),
            (handler, request, response) -> (Connection) handler,
            SocketDoor::configure);
  }

  private static void configure(Configuration configuration) {
    configuration.setMaxFrameSize(LARGEST_MESSAGE);
    configuration.setMaxTextMessageSize(LARGEST_MESSAGE);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    return mappings.upgrade(negotiator, request, response, callback, null)
        || super.handle(request, response, callback);
  }
}
