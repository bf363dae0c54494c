package dev.callsheet.linter.internal.json;

import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON value from a part of a text, and notes where everything in it stands. */
public final class JsonDocumentReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Makes the parsers of requests. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names chosen to collide must not slow the parser down.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonDocument.MAX_DEPTH)
                  .maxNumberLength(JsonDocument.MAX_NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final LineIndexedText source;
  private final int baseOffset;
  private final JsonParser parser;
  private final StringBuilder pointer = new StringBuilder();
  private final Deque<Integer> openBrackets = new ArrayDeque<>();
  private final List<JsonDocument.DuplicateKey> duplicates = new ArrayList<>();

  private JsonDocumentReader(LineIndexedText source, int base, JsonParser parser) {
    this.source = source;
    this.baseOffset = base;
    this.parser = parser;
  }

  /**
   * Reads what stands between two offsets.
   *
   * @throws JsonSyntaxException when that is not exactly one JSON value
   */
  public static JsonDocument read(LineIndexedText source, int from, int to)
      throws JsonSyntaxException {
    String part = source.text().substring(from, to);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), part)) {
      return new JsonDocumentReader(source, from, parser).read();
    }
  }

  private JsonDocument read() throws JsonSyntaxException {
    try {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException(
            baseOffset, "there is nothing here; a task, or a list of tasks, is expected");
      }
      PositionedValue outermost = value(tokenOffset());
      if (parser.nextToken() != null) {
        throw new JsonSyntaxException(
            tokenOffset(), "something follows the end of the first value");
      }
      return new JsonDocument(outermost.value, outermost.positions, duplicates);
    } catch (JacksonException e) {
      throw JsonSyntaxMessages.toException(e, source.text(), errorOffset(e), unclosedDescription());
    }
  }

  private int errorOffset(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    long at = (place == null ? parser.currentLocation() : place).getCharOffset();
    return (int) Math.min(baseOffset + Math.max(at, 0), source.text().length());
  }

  /** Reads the value that the parser has come to; {@code key} is where its key stands. */
  private PositionedValue value(int key) throws JsonSyntaxException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(key);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(key);
    }
    JsonNode value =
        switch (token) {
          case VALUE_STRING -> NODES.stringNode(parser.getString());
          case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
          case VALUE_NUMBER_FLOAT -> decimal();
          case VALUE_TRUE -> NODES.booleanNode(true);
          case VALUE_FALSE -> NODES.booleanNode(false);
          default -> NODES.nullNode();
        };
    return new PositionedValue(value, SourcePositions.ofScalar(key, tokenOffset()));
  }

  private PositionedValue object(int key) throws JsonSyntaxException {
    int start = tokenOffset();
    ObjectNode object = NODES.objectNode();
    Map<String, SourcePositions> spots = new HashMap<>();
    openBrackets.push(start);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int memberKey = tokenOffset();
      parser.nextToken();
      int outer = pointer.length();
      pointer.append('/').append(JsonPointer.escape(name));
      PositionedValue member = value(memberKey);
      object.set(name, member.value);
      SourcePositions earlier = spots.put(name, member.positions);
      if (earlier != null) {
        duplicates.add(
            new JsonDocument.DuplicateKey(pointer.toString(), earlier.keyOffset(), memberKey));
      }
      pointer.setLength(outer);
    }
    openBrackets.pop();
    return new PositionedValue(object, new SourcePositions(key, start, spots, List.of()));
  }

  private PositionedValue array(int key) throws JsonSyntaxException {
    int start = tokenOffset();
    ArrayNode array = NODES.arrayNode();
    List<SourcePositions> spots = new ArrayList<>();
    openBrackets.push(start);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int outer = pointer.length();
      pointer.append('/').append(spots.size());
      PositionedValue item = value(tokenOffset());
      array.add(item.value);
      spots.add(item.positions);
      pointer.setLength(outer);
    }
    openBrackets.pop();
    return new PositionedValue(array, new SourcePositions(key, start, Map.of(), spots));
  }

  private JsonNode decimal() throws JsonSyntaxException {
    try {
      return DecimalNode.valueOf(parser.getDecimalValue());
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(tokenOffset(), "the exponent of this number is too large");
    }
  }

  private int tokenOffset() {
    return baseOffset + (int) parser.currentTokenLocation().getCharOffset();
  }

  private String unclosedDescription() {
    if (openBrackets.isEmpty()) {
      return "";
    }
    int start = openBrackets.element();
    return (source.text().charAt(start) == '{' ? "the object" : "the list")
        + " that begins in line "
        + source.location(start).line();
  }

  private record PositionedValue(JsonNode value, SourcePositions positions) {}
}
