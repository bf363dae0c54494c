package dev.callsheet.cli.lsp.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON that may be incomplete, and never fails: whatever cannot be part of a value is passed
 * over. A string ends at the end of its line at the latest, and one that is not closed before the
 * commas and brackets that it would end with; a member without a value does not take the next
 * member's key for one; an object or a list that is not closed ends with what is around it. Of text
 * that is valid JSON it reads what every reader does. Values more than {@value #MAX_DEPTH} deep are
 * read as if nothing were inside.
 */
public final class PartialJsonReader {
  private static final int MAX_DEPTH = 200;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final String text;
  private final int end;
  private int at;

  /** Of the outermost values, or of the items of those that are lists. */
  private int itemsLeft;

  private PartialJsonReader(String text, int from, int to, int maxItems) {
    this.text = text;
    this.at = from;
    this.end = to;
    this.itemsLeft = maxItems;
  }

  /** The values that stand between two offsets of a text, usually one. */
  public static List<PartialJson> read(String text, int from, int to) {
    return readFirst(Integer.MAX_VALUE, text, from, to);
  }

  /** The same up to a number of values, where each item of an outermost list is one. */
  public static List<PartialJson> readFirst(int maxItems, String text, int from, int to) {
    PartialJsonReader reader = new PartialJsonReader(text, from, to, maxItems);
    List<PartialJson> values = new ArrayList<>();
    while (reader.itemsLeft > 0 && reader.skipTo("{[\"")) {
      PartialJson value = reader.value(0);
      if (value != null) {
        values.add(value);
        reader.itemsLeft -= value instanceof PartialJson.OfList ? 0 : 1;
      }
    }
    return values;
  }

  /** Goes on to the next character that is one of these; false where there is none. */
  private boolean skipTo(String wanted) {
    while (at < end && wanted.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at < end;
  }

  private @Nullable PartialJson value(int depth) {
    skipSpace();
    if (at >= end) {
      return null;
    }
    return switch (text.charAt(at)) {
      case '{' -> depth < MAX_DEPTH ? object(depth) : passedOver();
      case '[' -> depth < MAX_DEPTH ? list(depth) : passedOver();
      case '"' -> string();
      case ',', ':', '}', ']' -> null;
      default -> word();
    };
  }

  private PartialJson object(int depth) {
    int start = at++;
    List<PartialJson.Member> members = new ArrayList<>();
    while (true) {
      skipSpace();
      if (at >= end || text.charAt(at) == ']') {
        return new PartialJson.OfObject(start, at, false, members);
      }
      char next = text.charAt(at);
      if (next == '}') {
        return new PartialJson.OfObject(start, ++at, true, members);
      }
      if (next == '"' || isWordCharacter(next)) {
        members.add(member(depth));
      } else if (next == '{' || next == '[') {
        value(depth + 1); // a value without a key
      } else {
        at++;
      }
    }
  }

  private PartialJson.Member member(int depth) {
    PartialJson.OfScalar key = text.charAt(at) == '"' ? string() : word();
    String name = key.json().isString() ? key.json().stringValue() : text(key);
    skipSpace();
    if (at >= end || text.charAt(at) != ':') {
      return new PartialJson.Member(name, key.start(), key.end(), -1, null);
    }
    int colon = at++;
    skipSpace();
    return new PartialJson.Member(
        name, key.start(), key.end(), colon, isAtKey() ? null : value(depth + 1));
  }

  /** Whether a string is next, and behind it a colon: no value, but the next member. */
  private boolean isAtKey() {
    if (at >= end || text.charAt(at) != '"') {
      return false;
    }
    int before = at;
    string();
    skipSpace();
    boolean isKey = at < end && text.charAt(at) == ':';
    at = before;
    return isKey;
  }

  private PartialJson list(int depth) {
    int start = at++;
    List<PartialJson> items = new ArrayList<>();
    while (true) {
      skipSpace();
      if (at >= end || text.charAt(at) == '}' || (depth == 0 && itemsLeft == 0)) {
        return new PartialJson.OfList(start, at, false, items);
      }
      char next = text.charAt(at);
      if (next == ']') {
        return new PartialJson.OfList(start, ++at, true, items);
      }
      PartialJson item = value(depth + 1);
      if (item == null) {
        at++;
      } else {
        items.add(item);
        itemsLeft -= depth == 0 ? 1 : 0;
      }
    }
  }

  /** An object or a list in which nothing is read. */
  private PartialJson passedOver() {
    int start = at;
    int open = 0;
    do {
      char next = text.charAt(at);
      if (next == '"') {
        string();
        continue;
      }
      open += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
      at++;
    } while (at < end && open > 0);
    return new PartialJson.OfScalar(start, at, JsonNodeFactory.instance.nullNode());
  }

  private PartialJson.OfScalar string() {
    int start = at++;
    while (at < end && text.charAt(at) != '"' && !isLineBreak(text.charAt(at))) {
      at += text.charAt(at) == '\\' && at + 1 < end && !isLineBreak(text.charAt(at + 1)) ? 2 : 1;
    }
    boolean isClosed = at < end && text.charAt(at) == '"' && !isBeforeWord(at + 1);
    at = isClosed ? at + 1 : withoutClosing(start + 1, at);
    String written = text.substring(start + 1, isClosed ? at - 1 : at);
    JsonNode read =
        isClosed && written.indexOf('\\') >= 0 ? parsed(text.substring(start, at)) : null;
    return new PartialJson.OfScalar(
        start, at, read != null ? read : JsonNodeFactory.instance.stringNode(written));
  }

  /** Whether a word is next, as behind the quote that begins the next string, not behind a last. */
  private boolean isBeforeWord(int offset) {
    return offset < end && isWordCharacter(text.charAt(offset));
  }

  /** Where a string ends that nobody closed: what follows it keeps its commas and brackets. */
  private int withoutClosing(int from, int to) {
    int last = to;
    for (int i = to; i > from && isClosing(text.charAt(i - 1)); i--) {
      last = Character.isWhitespace(text.charAt(i - 1)) ? last : i - 1;
    }
    return last;
  }

  private static boolean isClosing(char c) {
    return ",{}[]".indexOf(c) >= 0 || Character.isWhitespace(c);
  }

  /** A number, or another word; what no JSON value begins with is read as text. */
  private PartialJson.OfScalar word() {
    int start = at;
    do {
      at++;
    } while (at < end && isWordCharacter(text.charAt(at)));
    String written = text.substring(start, at);
    JsonNode read = parsed(written);
    return new PartialJson.OfScalar(
        start, at, read != null ? read : JsonNodeFactory.instance.stringNode(written));
  }

  private static @Nullable JsonNode parsed(String written) {
    try {
      return MAPPER.readTree(written);
    } catch (JacksonException notJson) {
      return null;
    }
  }

  private String text(PartialJson value) {
    return text.substring(value.start(), value.end());
  }

  private void skipSpace() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isWordCharacter(char c) {
    return !Character.isWhitespace(c) && "{}[],:\"".indexOf(c) < 0;
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
