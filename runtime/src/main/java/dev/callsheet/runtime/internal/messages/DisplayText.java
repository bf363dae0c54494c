package dev.callsheet.runtime.internal.messages;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Names and values as they are shown in sentences: short, and harmless to a terminal. */
public final class DisplayText {
  private static final int MAX_CODE_POINTS = 60;

  /** Holds the parts of one emoji together; the other format characters can reorder a line. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayText() {}

  /**
   * A parameter in backquotes.
   *
   * @param path such as {@code inputs.elements[0].id}; empty for the task itself
   */
  public static String parameterName(String path) {
    return path.isEmpty() ? "the task" : quotedName(path);
  }

  /** A name in backquotes. */
  public static String quotedName(String name) {
    return "`" + shortened(name) + "`";
  }

  /**
   * A value as it would be written in JSON; of an object or a list only its kind.
   *
   * @param value a JSON node, or a value that is written as a number, a boolean or a string
   */
  public static String value(Object value) {
    if (value instanceof JsonNode node) {
      return value(node);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map) {
      return "an object";
    }
    if (value instanceof Iterable) {
      return "a list";
    }
    return value instanceof Boolean ? value.toString() : "\"" + shortened(value.toString()) + "\"";
  }

  /** A value as it is written in JSON, objects and lists too, cut when it is long. */
  public static String json(JsonNode value) {
    return value.isContainer() ? shortened(value.toString()) : value(value);
  }

  /** {@code a, b or c}, with the word that stands before the last. */
  public static String enumeration(List<String> words, String conjunction) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }

  /** A number with its unit, if it has one. */
  static String quantity(Number number, String unit) {
    return number(number) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** A text of the user's: cut when it is long, control characters replaced. */
  public static String shortened(String text) {
    return printable(
        text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS)) + "…");
  }

  /**
   * A text from elsewhere, such as a server's, as one line: cut after so many code points, and with
   * every character that could move the cursor, end the line or reorder it written as JSON escapes
   * it.
   */
  public static String line(String text, int maxCodePoints) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), maxCodePoints) + 16);
    int at = 0;
    for (int count = 0; at < text.length() && count < maxCodePoints; count++) {
      int c = text.codePointAt(at);
      appendVisibly(c, line);
      at += Character.charCount(c);
    }
    return at < text.length() ? line.append('…').toString() : line.toString();
  }

  private static void appendVisibly(int c, StringBuilder line) {
    if (isPrintable(c) && c != '\t') {
      line.appendCodePoint(c);
      return;
    }
    switch (c) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        for (char unit : Character.toChars(c)) {
          line.append("\\u").append(HexFormat.of().toHexDigits(unit));
        }
      }
    }
  }

  /** The same text with every character replaced that could upset a terminal; tabs stay. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
    return printable.toString();
  }

  private static String value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "\"" + shortened(node.stringValue()) + "\"";
      case NUMBER -> number(node.numberValue());
      case BOOLEAN -> Boolean.toString(node.booleanValue());
      case NULL -> "null";
      default -> "a value";
    };
  }

  /** A number without an exponent and without zeros at its end, however it was written. */
  static String number(Number number) {
    @Nullable BigDecimal decimal = decimal(number);
    return decimal == null || Math.abs((long) decimal.scale()) > MAX_CODE_POINTS
        ? shortened(number.toString())
        : shortened(decimal.stripTrailingZeros().toPlainString());
  }

  /** The exact number; null for what is none, such as infinity. */
  private static @Nullable BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (number instanceof Double || number instanceof Float) {
      return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
    }
    return BigDecimal.valueOf(number.longValue());
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
