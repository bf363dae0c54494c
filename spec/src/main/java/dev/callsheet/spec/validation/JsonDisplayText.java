package dev.callsheet.spec.validation;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;

/** Values and names as they are shown in sentences: short, and harmless to a terminal. */
public final class JsonDisplayText {
  private static final int MAX_CODE_POINTS = 60;

  /** Holds the parts of one emoji together; the other format characters can reorder a line. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private JsonDisplayText() {}

  /** A value as it would be written in JSON; an object or a list only by its kind. */
  public static String value(JsonNode value) {
    if (value.isObject()) {
      return "an object";
    }
    if (value.isArray()) {
      return "a list";
    }
    return value.isString() ? "\"" + text(value) + "\"" : text(value);
  }

  /** A value's text without quotes. */
  static String text(JsonNode value) {
    if (value.isString()) {
      return shortened(value.stringValue());
    }
    return value.isNumber()
        ? shortened(value.numberValue().toString())
        : value.asString(literalText(value));
  }

  /** A text of the user's: cut when it is long, control characters replaced. */
  public static String shortened(String text) {
    String shown =
        text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS)) + "…";
    return printable(shown);
  }

  /** The same text with every character replaced that could upset a terminal; tabs stay. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
    return printable.toString();
  }

  /** The number or boolean that a text spells. */
  static Optional<JsonNode> parsedScalar(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(BooleanNode.valueOf(text.equals("true")));
    }
    try {
      return text.length() > MAX_CODE_POINTS
          ? Optional.empty()
          : Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String literalText(JsonNode value) {
    return value.isNull() ? "null" : "a value";
  }

  private static boolean isPrintable(int c) {
    if (c == '\t') {
      return true;
    }
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.SURROGATE
        && (type != Character.FORMAT || c == ZERO_WIDTH_JOINER)
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
