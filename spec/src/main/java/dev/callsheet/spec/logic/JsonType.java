package dev.callsheet.spec.logic;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The types of JSON Schema. {@code 5.0} is an integer, and every integer is a number. */
public enum JsonType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NULL;

  /** The type of a value; a whole number is an integer however it is written. */
  public static JsonType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> STRING;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> value.canConvertToExactIntegral() ? INTEGER : NUMBER;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      default -> NULL;
    };
  }

  /** The type's name in a schema, such as {@code string}. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }
}
