package dev.callsheet.linter.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Writes a value as JSON in one of the many ways there are. */
public final class RandomJsonWriter {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final boolean spaced;
  private final boolean shuffled;
  private final int oddity;

  private RandomJsonWriter(Random random) {
    this.random = random;
    this.spaced = random.nextInt(3) == 0;
    this.shuffled = random.nextInt(3) == 0;
    this.oddity = random.nextInt(3) == 0 ? 8 : 1000;
  }

  public static String of(JsonNode value, Random random) {
    RandomJsonWriter written = new RandomJsonWriter(random);
    written.value(value);
    return written.text.toString();
  }

  private void value(JsonNode value) {
    space();
    if (value.isObject()) {
      object(value);
    } else if (value.isArray()) {
      text.append('[');
      String comma = "";
      for (JsonNode item : value.values()) {
        text.append(comma);
        value(item);
        comma = ",";
      }
      space();
      text.append(']');
    } else if (value.isString()) {
      string(value.stringValue());
    } else {
      text.append(value.isNumber() ? value.decimalValue().toString() : value.toString());
    }
    space();
  }

  private void object(JsonNode object) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    if (shuffled) {
      Collections.shuffle(members, random);
    }
    if (!members.isEmpty() && random.nextInt(10 * oddity) == 0) {
      members.add(members.get(0));
    }
    text.append('{');
    String comma = "";
    for (Map.Entry<String, JsonNode> member : members) {
      text.append(comma);
      space();
      string(member.getKey());
      space();
      text.append(':');
      value(member.getValue());
      comma = ",";
    }
    text.append('}');
  }

  private void string(String string) {
    boolean escapes = random.nextInt(oddity) == 0;
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || (escapes && random.nextInt(4) == 0)) {
        boolean whole = c >= ' ' && i + 1 < string.length() && !escapes;
        if (whole && Character.isSurrogatePair(c, string.charAt(i + 1))) {
          text.append(c).append(string.charAt(++i));
        } else {
          text.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) c));
        }
      } else {
        text.append(c == '/' && escapes ? "\\/" : String.valueOf(c));
      }
    }
    text.append('"');
  }

  private void space() {
    if (spaced) {
      text.append(List.of("", "", " ", "\n", "\t", "\r\n", "  \n ").get(random.nextInt(7)));
    }
  }
}
