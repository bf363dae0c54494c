package dev.callsheet.sandbox.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that was sent to the sandbox, or a message over a WebSocket. What looks like a key is
 * covered by asterisks wherever it stands; JSON stays JSON.
 *
 * @param at when it came
 * @param method such as {@code POST}; {@code WEBSOCKET} for a message
 * @param address path and query, such as {@code /v1}; empty for a message
 * @param headers one a line, {@code Name: value}
 * @param body what was sent; beyond 64 KiB it is cut
 * @param status of the reply; null as long as there is none, and for a message
 * @param reply the reply's body, cut as well; empty as long as there is none, and for a message
 */
public record ReceivedRequest(
    Instant at,
    String method,
    String address,
    String headers,
    String body,
    @Nullable Integer status,
    String reply) {
  /** What stands for a method where a message came over a WebSocket. */
  public static final String WEBSOCKET = "WEBSOCKET";

  /**
   * The body as JSON.
   *
   * @throws IllegalStateException when it is none, or was cut
   */
  public JsonNode json() {
    try {
      return JsonMapper.shared().readTree(body);
    } catch (JacksonException e) {
      throw new IllegalStateException("the body of " + method + " " + address + " is no JSON", e);
    }
  }

  /** The items of a body that is a list, as Runware's is; a body that is none is the only one. */
  public List<JsonNode> tasks() {
    JsonNode json = json();
    return json.isArray() ? List.copyOf(json.values()) : List.of(json);
  }
}
