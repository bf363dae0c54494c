package dev.callsheet.spec.logic;

import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A value in a JSON tree, with the path from the root to it. */
public final class JsonLocation {
  private final @Nullable JsonLocation parent;
  private final String name;
  private final int index;
  private final JsonNode value;

  private JsonLocation(@Nullable JsonLocation parent, String name, int index, JsonNode value) {
    this.parent = parent;
    this.name = name;
    this.index = index;
    this.value = value;
  }

  /** The location of a tree's root. */
  public static JsonLocation root(JsonNode value) {
    return new JsonLocation(null, "", -1, value);
  }

  /** The value here. */
  public JsonNode value() {
    return value;
  }

  /** The member of that name; null when this is no object or has none. */
  public @Nullable JsonLocation member(String memberName) {
    JsonNode member = value.isObject() ? value.get(memberName) : null;
    return member == null ? null : new JsonLocation(this, memberName, -1, member);
  }

  /** Every item; empty when this is no list. */
  public List<JsonLocation> items() {
    if (!value.isArray()) {
      return List.of();
    }
    List<JsonLocation> items = new ArrayList<>(value.size());
    for (JsonNode item : value.values()) {
      items.add(new JsonLocation(this, "", items.size(), item));
    }
    return items;
  }

  /** Every location that a path leads to from here, in the order of the request. */
  public List<JsonLocation> resolve(ParameterPath path) {
    return PathResolution.resolve(this, path, UnreliableValues.NONE).locations();
  }

  /** Replaces the value in the tree itself; does nothing at the root. */
  public void replace(JsonNode replacement) {
    if (parent != null && parent.value instanceof ObjectNode object) {
      object.set(name, replacement);
    } else if (parent != null && parent.value instanceof ArrayNode list) {
      list.set(index, replacement);
    }
  }

  /** The JSON pointer (RFC 6901) from the root; empty for the root itself. */
  public String pointer() {
    if (parent == null) {
      return "";
    }
    String step = index >= 0 ? Integer.toString(index) : JsonPointer.escape(name);
    return parent.pointer() + "/" + step;
  }

  /** The path as people write it, such as {@code inputs.elements[0].id}; empty for the root. */
  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String before = parent.toString();
    if (index >= 0) {
      return before + "[" + index + "]";
    }
    return before.isEmpty() ? name : before + "." + name;
  }
}
