package dev.callsheet.runtime.client;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the scripted server sends back. */
final class Answer {
  private final int status;
  private final byte[] body;
  private final Map<String, String> headers;
  private final boolean dropped;

  private Answer(int status, byte[] body, Map<String, String> headers, boolean dropped) {
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.dropped = dropped;
  }

  static Answer of(int status, byte[] body) {
    return new Answer(status, body, Map.of(), false);
  }

  static Answer of(int status, String body) {
    return of(status, body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer ok(String body) {
    return of(200, body);
  }

  /** Data items, as JSON. */
  static Answer data(String... items) {
    return ok("{\"data\":[" + String.join(",", items) + "]}");
  }

  /** Errors, as JSON. */
  static Answer errors(int status, String... errors) {
    return of(status, "{\"data\":[],\"errors\":[" + String.join(",", errors) + "]}");
  }

  /** Both. */
  static Answer both(int status, List<String> items, List<String> errors) {
    return of(
        status,
        "{\"data\":["
            + String.join(",", items)
            + "],\"errors\":["
            + String.join(",", errors)
            + "]}");
  }

  /** The connection closed without a reply. */
  static Answer dropped() {
    return new Answer(0, new byte[0], Map.of(), true);
  }

  Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, body, more, dropped);
  }

  void send(HttpExchange exchange) throws IOException {
    if (!dropped) {
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
