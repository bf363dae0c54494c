package dev.callsheet.spec.lint;

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
final class JsonTextReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Makes the parsers of requests. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Names chosen to collide must not slow the parser down.
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonText.MAX_DEPTH)
                  .maxNumberLength(JsonText.MAX_NUMBER)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final RequestText source;
  private final int base;
  private final JsonParser parser;
  private final StringBuilder pointer = new StringBuilder();
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<JsonText.Duplicate> duplicates = new ArrayList<>();

  private JsonTextReader(RequestText source, int base, JsonParser parser) {
    this.source = source;
    this.base = base;
    this.parser = parser;
  }

  /**
   * Reads what stands between two offsets.
   *
   * @throws Malformed when that is not exactly one JSON value
   */
  static JsonText read(RequestText source, int from, int to) throws Malformed {
    String part = source.text().substring(from, to);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), part)) {
      return new JsonTextReader(source, from, parser).read();
    }
  }

  private JsonText read() throws Malformed {
    try {
      if (parser.nextToken() == null) {
        throw new Malformed(base, "there is nothing here; a task, or a list of tasks, is expected");
      }
      Located outermost = value(offset());
      if (parser.nextToken() != null) {
        throw new Malformed(offset(), "something follows the end of the first value");
      }
      return new JsonText(outermost.value, outermost.spot, duplicates);
    } catch (JacksonException e) {
      throw MalformedReason.of(e, source.text(), brokenOff(e), opened());
    }
  }

  private int brokenOff(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    long at = (place == null ? parser.currentLocation() : place).getCharOffset();
    return (int) Math.min(base + Math.max(at, 0), source.text().length());
  }

  /** Reads the value that the parser has come to; {@code key} is where its key stands. */
  private Located value(int key) throws Malformed {
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
    return new Located(value, Spot.of(key, offset()));
  }

  private Located object(int key) throws Malformed {
    int start = offset();
    ObjectNode object = NODES.objectNode();
    Map<String, Spot> spots = new HashMap<>();
    open.push(start);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      int memberKey = offset();
      parser.nextToken();
      int outer = pointer.length();
      pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
      Located member = value(memberKey);
      object.set(name, member.value);
      Spot earlier = spots.put(name, member.spot);
      if (earlier != null) {
        duplicates.add(new JsonText.Duplicate(pointer.toString(), earlier.key(), memberKey));
      }
      pointer.setLength(outer);
    }
    open.pop();
    return new Located(object, new Spot(key, start, spots, List.of()));
  }

  private Located array(int key) throws Malformed {
    int start = offset();
    ArrayNode array = NODES.arrayNode();
    List<Spot> spots = new ArrayList<>();
    open.push(start);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int outer = pointer.length();
      pointer.append('/').append(spots.size());
      Located item = value(offset());
      array.add(item.value);
      spots.add(item.spot);
      pointer.setLength(outer);
    }
    open.pop();
    return new Located(array, new Spot(key, start, Map.of(), spots));
  }

  private JsonNode decimal() throws Malformed {
    try {
      return DecimalNode.valueOf(parser.getDecimalValue());
    } catch (NumberFormatException e) {
      throw new Malformed(offset(), "the exponent of this number is too large");
    }
  }

  private int offset() {
    return base + (int) parser.currentTokenLocation().getCharOffset();
  }

  private String opened() {
    if (open.isEmpty()) {
      return "";
    }
    int start = open.element();
    return (source.text().charAt(start) == '{' ? "the object" : "the list")
        + " that begins in line "
        + source.location(start).line();
  }

  private record Located(JsonNode value, Spot spot) {}
}
