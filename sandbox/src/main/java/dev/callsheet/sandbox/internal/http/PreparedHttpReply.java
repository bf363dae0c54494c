package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP reply that is ready to be sent.
 *
 * @param status the HTTP status
 * @param headers those beside the body's own
 * @param mediaType of the body
 * @param body its bytes; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not copied, as it may be large
public record PreparedHttpReply(
    int status, Map<String, String> headers, String mediaType, byte[] body) {
  /** A reply in JSON. */
  public static PreparedHttpReply json(int status, JsonNode body) {
    return new PreparedHttpReply(
        status, Map.of(), "application/json", ExactDecimalJson.MAPPER.writeValueAsBytes(body));
  }

  /** A reply in text. */
  public static PreparedHttpReply text(int status, String mediaType, String text) {
    return new PreparedHttpReply(
        status, Map.of(), mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  static PreparedHttpReply html(int status, String page) {
    return text(status, "text/html", page);
  }

  /** The same with another header. */
  public PreparedHttpReply withHeader(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new PreparedHttpReply(status, all, mediaType, body);
  }

  /** The same with {@code Retry-After}, in whole seconds, unless that is null. */
  public PreparedHttpReply withRetryAfter(@Nullable Duration wait) {
    return wait == null ? this : withHeader("Retry-After", Long.toString(wait.toSeconds()));
  }

  /** Sends it. */
  public void send(Response response, Callback callback) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    headers.forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
