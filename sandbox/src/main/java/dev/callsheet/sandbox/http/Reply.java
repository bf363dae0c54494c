package dev.callsheet.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** An HTTP reply that is ready to be sent. */
record Reply(int status, Map<String, String> headers, String mediaType, String body) {
  static Reply json(int status, JsonNode body) {
    return new Reply(status, Map.of(), "application/json", Json.MAPPER.writeValueAsString(body));
  }

  static Reply html(int status, String page) {
    return new Reply(status, Map.of(), "text/html", page);
  }

  Reply with(String header, String value) {
    return new Reply(status, Map.of(header, value), mediaType, body);
  }

  void send(Response response, Callback callback) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }
}
