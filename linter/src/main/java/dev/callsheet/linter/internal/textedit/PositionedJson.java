package dev.callsheet.linter.internal.textedit;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON value and where it and all that is inside stand in a text.
 *
 * @param value itself; of members that are given twice, the last
 * @param startOffset where it begins, in {@code char}s
 * @param endOffset where it ends
 * @param members in the order of the text, those given twice as often; empty when it is no object
 * @param items empty when it is no list
 */
public record PositionedJson(
    JsonNode value,
    int startOffset,
    int endOffset,
    List<Member> members,
    List<PositionedJson> items) {

  /**
   * A member of an object.
   *
   * @param keyStart where its key begins
   * @param keyEnd where its key ends, the quote included
   */
  public record Member(String name, int keyStart, int keyEnd, PositionedJson value) {
    /** Where it ends. */
    public int endOffset() {
      return value.endOffset();
    }
  }

  /** Reads the value that begins at an offset of a text, which must be valid JSON there. */
  public static PositionedJson read(String text, int offset, JsonFactory factory) {
    try (StringReader reader = new StringReader(text)) {
      if (reader.skip(offset) != offset) {
        throw new IllegalArgumentException("the text ends before " + offset);
      }
      try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), reader)) {
        parser.nextToken();
        return new TreeReader(text, parser, offset).value();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a text is no file
    }
  }

  /**
   * The value of the member, here or further inside, whose key begins at an offset.
   *
   * @throws IllegalArgumentException when there is none
   */
  public PositionedJson valueOfMemberAt(int offset) {
    for (Member member : members) {
      if (member.keyStart() == offset) {
        return member.value();
      }
      if (member.value().startOffset() < offset && offset < member.endOffset()) {
        return member.value().valueOfMemberAt(offset);
      }
    }
    for (PositionedJson item : items) {
      if (item.startOffset() < offset && offset < item.endOffset()) {
        return item.valueOfMemberAt(offset);
      }
    }
    throw new IllegalArgumentException("no key begins at " + offset);
  }

  /** The last member of that name; null when there is none. */
  @Nullable Member member(String name) {
    Member found = null;
    for (Member member : members) {
      found = member.name().equals(name) ? member : found;
    }
    return found;
  }

  private static final class TreeReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String text;
    private final JsonParser parser;
    private final int base;

    TreeReader(String text, JsonParser parser, int base) {
      this.text = text;
      this.parser = parser;
      this.base = base;
    }

    PositionedJson value() {
      int from = tokenStart();
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return object(from);
      }
      if (token == JsonToken.START_ARRAY) {
        return array(from);
      }
      JsonNode value =
          switch (token) {
            case VALUE_STRING -> JSON.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> JSON.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> JSON.booleanNode(true);
            case VALUE_FALSE -> JSON.booleanNode(false);
            default -> JSON.nullNode();
          };
      return new PositionedJson(value, from, scalarEnd(from), List.of(), List.of());
    }

    private PositionedJson object(int from) {
      ObjectNode object = JSON.objectNode();
      List<Member> members = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        int key = tokenStart();
        int keyEnd = scalarEnd(key);
        parser.nextToken();
        PositionedJson value = value();
        object.set(name, value.value());
        members.add(new Member(name, key, keyEnd, value));
      }
      return new PositionedJson(object, from, tokenStart() + 1, members, List.of());
    }

    private PositionedJson array(int from) {
      ArrayNode array = JSON.arrayNode();
      List<PositionedJson> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        PositionedJson item = value();
        array.add(item.value());
        items.add(item);
      }
      return new PositionedJson(array, from, tokenStart() + 1, List.of(), items);
    }

    private int tokenStart() {
      return base + (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Where the string, number or word ends that begins at an offset. */
    private int scalarEnd(int from) {
      int at = from + 1;
      if (text.charAt(from) == '"') {
        while (text.charAt(at) != '"') {
          at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
      }
      while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return at;
    }
  }
}
