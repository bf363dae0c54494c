package dev.callsheet.linter.internal.json;

import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.json.JsonSyntaxMessages.OpenBracket;
import dev.callsheet.runtime.support.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** Reads one JSON value from a part of a text, with the places of everything in it. */
public final class JsonDocumentReader {
  /** How deep objects and lists may be nested. */
  static final int MAX_DEPTH = 500;

  /** How long a number may be, in characters. */
  static final int MAX_NUMBER_LENGTH = 1000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Makes the parsers of requests. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names chosen to collide must not slow the parser down.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final LineIndexedText source;
  private final int baseOffset;
  private final JsonParser parser;
  private final Deque<Integer> openBrackets = new ArrayDeque<>();

  private JsonDocumentReader(LineIndexedText source, int base, JsonParser parser) {
    this.source = source;
    this.baseOffset = base;
    this.parser = parser;
  }

  /**
   * Reads the value between two offsets.
   *
   * @throws JsonSyntaxException when there is not exactly one JSON value
   */
  public static PositionedJson read(LineIndexedText source, int from, int to)
      throws JsonSyntaxException {
    char[] part = new char[to - from];
    source.text().getChars(from, to, part, 0);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), part)) {
      return new JsonDocumentReader(source, from, parser).read();
    }
  }

  /**
   * Reads a value without places; a mapper would do it as well, but takes long to load.
   *
   * @throws JacksonException when there is none
   */
  public static JsonNode readValue(byte[] bytes, int from, int length) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, from, length)) {
      parser.nextToken();
      return readValue(parser);
    }
  }

  private static JsonNode readValue(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, readValue(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(readValue(parser));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private PositionedJson read() throws JsonSyntaxException {
    try {
      if (parser.nextToken() == null) {
        throw new JsonSyntaxException(
            baseOffset, "there is nothing here; a task, or a list of tasks, is expected");
      }
      PositionedJson outermost = value(null);
      if (parser.nextToken() != null) {
        throw new JsonSyntaxException(
            tokenOffset(), "something follows the end of the first value");
      }
      return outermost;
    } catch (JacksonException e) {
      throw JsonSyntaxMessages.toException(e, source.text(), errorOffset(e), openBracket());
    }
  }

  private int errorOffset(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    long at = (place == null ? parser.currentLocation() : place).getCharOffset();
    return (int) Math.min(baseOffset + Math.max(at, 0), source.text().length());
  }

  /** Reads the value at whose first token the parser is. */
  private PositionedJson value(PositionedJson.@Nullable Key key) throws JsonSyntaxException {
    int start = tokenOffset();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(key, start);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(key, start);
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
    int end = token == JsonToken.VALUE_STRING ? stringEnd(start) : wordEnd(start);
    return new PositionedJson(key, value, start, end, List.of());
  }

  private PositionedJson object(PositionedJson.@Nullable Key key, int start)
      throws JsonSyntaxException {
    ObjectNode object = NODES.objectNode();
    List<PositionedJson> members = new ArrayList<>();
    openBrackets.push(start);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int keyStart = tokenOffset();
      if (!Texts.isText(name)) {
        throw new JsonSyntaxException(keyStart, JsonSyntaxMessages.BROKEN_NAME);
      }
      parser.nextToken();
      PositionedJson member = value(new PositionedJson.Key(name, keyStart, stringEnd(keyStart)));
      object.set(name, member.value());
      members.add(member);
    }
    openBrackets.pop();
    return new PositionedJson(key, object, start, tokenOffset() + 1, members);
  }

  private PositionedJson array(PositionedJson.@Nullable Key key, int start)
      throws JsonSyntaxException {
    ArrayNode array = NODES.arrayNode();
    List<PositionedJson> items = new ArrayList<>();
    openBrackets.push(start);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      PositionedJson item = value(null);
      array.add(item.value());
      items.add(item);
    }
    openBrackets.pop();
    return new PositionedJson(key, array, start, tokenOffset() + 1, items);
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

  /** Behind the closing quote of the string that begins at an offset. */
  private int stringEnd(int start) {
    String text = source.text();
    int quote = text.indexOf('"', start + 1);
    while (isEscaped(text, quote)) {
      quote = text.indexOf('"', quote + 1);
    }
    return quote + 1;
  }

  /** Whether an odd number of backslashes stands before an offset. */
  private static boolean isEscaped(String text, int offset) {
    int backslashes = 0;
    while (text.charAt(offset - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Behind the number or literal that begins at an offset. */
  private int wordEnd(int start) {
    String text = source.text();
    int end = start + 1;
    while (end < text.length() && ",]} \t\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private @Nullable OpenBracket openBracket() {
    if (openBrackets.isEmpty()) {
      return null;
    }
    int start = openBrackets.element();
    return new OpenBracket(
        source.text().charAt(start) == '{' ? "the object" : "the list",
        source.location(start).line(),
        offset -> source.location(offset).line());
  }
}
