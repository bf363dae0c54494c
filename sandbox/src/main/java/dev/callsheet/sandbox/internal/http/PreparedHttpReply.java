package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;

/** An HTTP reply that is ready to be sent. */
record PreparedHttpReply(int status, Map<String, String> headers, String mediaType, String body) {
  static PreparedHttpReply json(int status, JsonNode body) {
    return new PreparedHttpReply(
        status, Map.of(), "application/json", ExactDecimalJson.MAPPER.writeValueAsString(body));
  }

  static PreparedHttpReply html(int status, String page) {
    return new PreparedHttpReply(status, Map.of(), "text/html", page);
  }

  PreparedHttpReply withHeader(String header, String value) {
    return new PreparedHttpReply(status, Map.of(header, value), mediaType, body);
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
