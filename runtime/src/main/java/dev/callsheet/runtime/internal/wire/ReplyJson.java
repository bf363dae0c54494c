package dev.callsheet.runtime.internal.wire;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON that a server sent. What is JSON is read as such. What is not, is read once more, so
 * that one odd value costs that value only: a number that Java has no room for, {@code NaN}, a
 * value that is nested too deeply to work with, an unescaped line break, a byte that is no UTF-8.
 * Such a value becomes a string, for whoever wanted something else there to report.
 */
public final class ReplyJson {
  /** Of the second reading; Jackson itself stops at 500. */
  private static final int MAX_DEPTH = 200;

  /** So deep is counted, though not read; beyond that, the text is no reply. */
  private static final int MAX_SKIPPED_DEPTH = 100_000;

  /** As many characters as Jackson allows in a number that it reads. */
  private static final int MAX_NUMBER_LENGTH = StreamReadConstraints.DEFAULT_MAX_NUM_LEN;

  private static final String TOO_DEEP = "(nested too deeply)";

  private static final JsonFactory TOLERANT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNestingDepth(MAX_SKIPPED_DEPTH)
                  .build())
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReplyJson() {}

  /**
   * Reads a body in UTF-8.
   *
   * @throws RuntimeException if it is not JSON even so
   */
  public static JsonNode read(byte[] body) {
    try {
      return WireJson.MAPPER.readTree(body);
    } catch (RuntimeException odd) { // Jackson's own, and a NumberFormatException of the JDK
      return readTolerantly(new String(body, StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads a text.
   *
   * @throws RuntimeException if it is not JSON even so
   */
  static JsonNode read(String text) {
    try {
      return WireJson.MAPPER.readTree(text);
    } catch (RuntimeException odd) {
      return readTolerantly(text);
    }
  }

  private static JsonNode readTolerantly(String text) {
    try (var json = TOLERANT.createParser(ObjectReadContext.empty(), withoutByteOrderMark(text))) {
      return json.nextToken() == null ? NODES.missingNode() : value(json, MAX_DEPTH);
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The value that the parser stands at; it stands at its end then. */
  private static JsonNode value(JsonParser json, int depth) {
    return switch (json.currentToken()) {
      case START_OBJECT -> depth == 0 ? skipped(json) : object(json, depth - 1);
      case START_ARRAY -> depth == 0 ? skipped(json) : array(json, depth - 1);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.stringNode(json.getString());
    };
  }

  private static JsonNode object(JsonParser json, int depth) {
    var object = NODES.objectNode();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      json.nextToken();
      object.set(name, value(json, depth));
    }
    return object;
  }

  private static JsonNode array(JsonParser json, int depth) {
    var array = NODES.arrayNode();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(json, depth));
    }
    return array;
  }

  private static JsonNode skipped(JsonParser json) {
    json.skipChildren();
    return NODES.stringNode(TOO_DEEP);
  }

  private static JsonNode number(String written) {
    if (written.length() <= MAX_NUMBER_LENGTH) {
      try {
        return WireJson.MAPPER.readTree(written);
      } catch (RuntimeException notRepresentable) {
        return NODES.stringNode(written);
      }
    }
    return NODES.stringNode(written);
  }
}
