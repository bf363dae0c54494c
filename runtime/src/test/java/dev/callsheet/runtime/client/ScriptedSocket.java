package dev.callsheet.runtime.client;

import dev.callsheet.runtime.internal.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Follows one script over WebSocket and, for who cannot go on over that, over HTTP. */
final class ScriptedSocket extends ScriptedPlatform {
  private static final String SESSION =
      "{\"data\":[{\"taskType\":\"authentication\",\"connectionSessionUUID\":\"s-1\"}]}";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  ScriptedSocket(Script script) {
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    server.addConnector(connector);
    var mappings =
        new WebSocketMappings(WebSocketServerComponents.ensureWebSocketComponents(server));
    var negotiator =
        WebSocketNegotiator.from(
            (request, response, callback) -> new Conversation(script),
            (handler, request, response) -> (Conversation) handler);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            if (!mappings.upgrade(negotiator, request, response, callback, null)) {
              var tasks = WireJson.MAPPER.readTree(Content.Source.asInputStream(request));
              script.answer(call(Map.of(), tasks)).send(request, response, callback);
            }
            return true;
          }
        });
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  URI endpoint() {
    return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/v1");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Conversation implements FrameHandler {
    private final Script script;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private @Nullable CoreSession session;

    Conversation(Script script) {
      this.script = script;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
      session = opened;
      callback.succeeded();
      opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
      var from = session;
      if (from == null || !frame.isDataFrame()) {
        callback.succeeded();
        return;
      }
      message.writeBytes(BufferUtil.toArray(frame.getPayload()));
      if (frame.isFin()) {
        var tasks = WireJson.MAPPER.readTree(message.toString(StandardCharsets.UTF_8));
        message.reset();
        answer(tasks, from);
      }
      callback.succeeded();
      from.demand();
    }

    private void answer(JsonNode tasks, CoreSession to) {
      if (tasks.path(0).path("taskType").asString().equals("authentication")) {
        send(SESSION, to);
        return;
      }
      try {
        var text = script.answer(call(Map.of(), tasks)).text();
        if (text == null) {
          to.abort();
        } else {
          send(text, to);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void send(String text, CoreSession to) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      to.sendFrame(new Frame(OpCode.TEXT, bytes), Callback.NOOP, false);
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
      callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
      callback.succeeded();
    }
  }
}
