package dev.callsheet.spec.repair.text;

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
 * @param from where it begins, in {@code char}s
 * @param to where it ends
 * @param members in the order of the text, those given twice as often; empty when it is no object
 * @param items empty when it is no list
 */
public record TextTree(
    JsonNode value, int from, int to, List<Member> members, List<TextTree> items) {

  /**
   * A member of an object.
   *
   * @param from where its key begins
   * @param keyEnd where its key ends, the quote included
   */
  public record Member(String name, int from, int keyEnd, TextTree value) {
    /** Where it ends. */
    public int to() {
      return value.to();
    }
  }

  /** Reads the value that begins at an offset of a text, which must be valid JSON there. */
  public static TextTree read(String text, int offset, JsonFactory factory) {
    try (StringReader reader = new StringReader(text)) {
      if (reader.skip(offset) != offset) {
        throw new IllegalArgumentException("the text ends before " + offset);
      }
      try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), reader)) {
        parser.nextToken();
        return new Reading(text, parser, offset).value();
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
  public TextTree valueOfKeyAt(int offset) {
    for (Member member : members) {
      if (member.from() == offset) {
        return member.value();
      }
      if (member.value().from() < offset && offset < member.to()) {
        return member.value().valueOfKeyAt(offset);
      }
    }
    for (TextTree item : items) {
      if (item.from() < offset && offset < item.to()) {
        return item.valueOfKeyAt(offset);
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

  private static final class Reading {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String text;
    private final JsonParser parser;
    private final int base;

    Reading(String text, JsonParser parser, int base) {
      this.text = text;
      this.parser = parser;
      this.base = base;
    }

    TextTree value() {
      int from = start();
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
      return new TextTree(value, from, end(from), List.of(), List.of());
    }

    private TextTree object(int from) {
      ObjectNode object = JSON.objectNode();
      List<Member> members = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        int key = start();
        int keyEnd = end(key);
        parser.nextToken();
        TextTree value = value();
        object.set(name, value.value());
        members.add(new Member(name, key, keyEnd, value));
      }
      return new TextTree(object, from, start() + 1, members, List.of());
    }

    private TextTree array(int from) {
      ArrayNode array = JSON.arrayNode();
      List<TextTree> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        TextTree item = value();
        array.add(item.value());
        items.add(item);
      }
      return new TextTree(array, from, start() + 1, List.of(), items);
    }

    private int start() {
      return base + (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Where the string, number or word ends that begins at an offset. */
    private int end(int from) {
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
