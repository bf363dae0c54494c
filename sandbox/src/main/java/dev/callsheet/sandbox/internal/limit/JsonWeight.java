package dev.callsheet.sandbox.internal.limit;

import tools.jackson.databind.JsonNode;

/** About how much memory a value takes. */
public final class JsonWeight {
  private static final long PER_VALUE = 64;

  private JsonWeight() {}

  /** In bytes. */
  public static long of(JsonNode value) {
    long weight = PER_VALUE + (value.isString() ? value.stringValue().length() : 0);
    for (String name : value.propertyNames()) {
      weight += name.length();
    }
    for (JsonNode inner : value) {
      weight += of(inner);
    }
    return weight;
  }
}
