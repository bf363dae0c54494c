package dev.callsheet.runtime.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What the scripted server sends back. */
final class ScriptedResponse {
  private final int status;
  private final byte[] body;
  private final Map<String, String> headers;
  private final int missing;
  private final boolean stalling;
  private final boolean chunked;

  private ScriptedResponse(
      int status,
      byte[] body,
      Map<String, String> headers,
      int missing,
      boolean stalling,
      boolean chunked) {
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.missing = missing;
    this.stalling = stalling;
    this.chunked = chunked;
  }

  static ScriptedResponse of(int status, byte[] body) {
    return new ScriptedResponse(status, body, Map.of(), 0, false, false);
  }

  static ScriptedResponse of(int status, String body) {
    return of(status, body.getBytes(StandardCharsets.UTF_8));
  }

  static ScriptedResponse ok(String body) {
    return of(200, body);
  }

  /** Data items, as JSON. */
  static ScriptedResponse data(String... items) {
    return ok("{\"data\":[" + String.join(",", items) + "]}");
  }

  /** Errors, as JSON. */
  static ScriptedResponse errors(int status, String... errors) {
    return of(status, "{\"data\":[],\"errors\":[" + String.join(",", errors) + "]}");
  }

  /** Both. */
  static ScriptedResponse both(int status, List<String> items, List<String> errors) {
    return of(
        status,
        "{\"data\":["
            + String.join(",", items)
            + "],\"errors\":["
            + String.join(",", errors)
            + "]}");
  }

  /** The connection closed without a reply. */
  static ScriptedResponse dropped() {
    return new ScriptedResponse(0, new byte[0], Map.of(), 1, false, false);
  }

  /** Whether it tells the client, whole, that the server has the task. */
  boolean acknowledges() {
    var text = new String(body, StandardCharsets.UTF_8);
    return missing == 0
        && ((status == 200 && !text.contains("errors")) || text.contains("conflictTaskUUID"));
  }

  ScriptedResponse with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new ScriptedResponse(status, body, more, missing, stalling, chunked);
  }

  /** The same, without a word on how long it is. */
  ScriptedResponse chunked() {
    return new ScriptedResponse(status, body, headers, missing, stalling, true);
  }

  /** The same, with the connection closed before the last byte. */
  ScriptedResponse cutShort() {
    return new ScriptedResponse(status, body, headers, 1, false, chunked);
  }

  /** The same, with the last byte never sent and the connection left open. */
  ScriptedResponse stalling() {
    return new ScriptedResponse(status, body, headers, 1, true, chunked);
  }

  void send(HttpExchange exchange) throws IOException {
    if (status != 0) {
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : chunked ? 0 : body.length);
      exchange.getResponseBody().write(body, 0, Math.max(0, body.length - missing));
      exchange.getResponseBody().flush();
    }
    if (!stalling) {
      exchange.close();
    }
  }

  /** What a frame says; null for the end of the connection. */
  @Nullable String text() {
    return status == 0 ? null : new String(body, StandardCharsets.UTF_8);
  }

  /** As {@link #send(HttpExchange)}, without what only downloads need. */
  void send(Request request, Response response, Callback callback) {
    if (status == 0) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(new IOException("dropped on purpose"));
      return;
    }
    response.setStatus(status);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
