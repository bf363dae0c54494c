package dev.callsheet.spec.model;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is around a request in a file, where the request does not say itself for which model of
 * which platform it is: {@code {"platform": "fal", "model": "fal-ai/flux/dev", "request": {...}}}.
 */
public final class RequestEnvelope {
  /** The member with the platform's name. */
  public static final String PLATFORM = "platform";

  /** The member with the model's id. */
  public static final String MODEL = "model";

  /** The member with what is sent. */
  public static final String REQUEST = "request";

  /** All members, in their usual order. */
  public static final List<String> MEMBERS = List.of(PLATFORM, MODEL, REQUEST);

  private RequestEnvelope() {}

  /** Whether a value of a request file is an envelope, complete or not. */
  public static boolean isEnvelope(JsonNode item) {
    return item.isObject() && (item.has(PLATFORM) || item.has(REQUEST));
  }

  /** A request as it stands in a file: in an envelope, unless it names its model itself. */
  public static JsonNode around(ModelSpec model, JsonNode request) {
    Platform platform = model.metadata().platform();
    if (platform == null || model.isNamedInRequests()) {
      return request;
    }
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put(PLATFORM, platform.name()).put(MODEL, model.id());
    envelope.set(REQUEST, request);
    return envelope;
  }
}
