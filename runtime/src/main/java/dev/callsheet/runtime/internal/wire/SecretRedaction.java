package dev.callsheet.runtime.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes secrets out of what a server sent, value by value, so that what is left is still JSON:
 * servers quote the key. From there on the rest of the client need not think of it.
 *
 * @param redactor takes secrets out of a text
 */
public record SecretRedaction(UnaryOperator<String> redactor) {
  /** Takes secrets out of a tree, which changes by that; returns what to take for it. */
  public JsonNode apply(JsonNode json) {
    return holdsSecret(json) ? redacted(json) : json;
  }

  /** Nearly all replies hold none: they are looked through without allocating. */
  private boolean holdsSecret(JsonNode json) {
    if (json.isString() || json.isNumber()) {
      return isChanged(json.asString());
    }
    if (json instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (isChanged(member.getKey()) || holdsSecret(member.getValue())) {
          return true;
        }
      }
    } else if (json instanceof ArrayNode array) {
      for (JsonNode item : array) {
        if (holdsSecret(item)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isChanged(String text) {
    return !redactor.apply(text).equals(text);
  }

  private JsonNode redacted(JsonNode json) {
    if (json instanceof ObjectNode object) {
      List.copyOf(object.propertyNames()).forEach(name -> member(object, name));
    } else if (json instanceof ArrayNode array) {
      IntStream.range(0, array.size()).forEach(i -> array.set(i, redacted(array.get(i))));
    } else if (json.isString() || json.isNumber()) {
      return scalar(json);
    }
    return json;
  }

  private void member(ObjectNode object, String name) {
    var value = redacted(object.path(name));
    var redacted = redactor.apply(name);
    if (!redacted.equals(name)) {
      object.remove(name);
    }
    object.set(redacted, value);
  }

  private JsonNode scalar(JsonNode json) {
    var text = json.asString();
    var redacted = redactor.apply(text);
    return redacted.equals(text) ? json : new StringNode(redacted);
  }
}
