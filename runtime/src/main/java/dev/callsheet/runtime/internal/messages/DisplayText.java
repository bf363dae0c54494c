package dev.callsheet.runtime.internal.messages;

import dev.callsheet.runtime.internal.secrets.SecretText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The texts of others as they are shown: without invisible and control characters, keys covered,
 * cut where they are long. Whatever comes from a request, a spec, a server or a file's name passes
 * through here on its way into a message, a report or a log.
 */
public final class DisplayText {
  private static final int MAX_CODE_POINTS = 60;

  /** As long as a line of somebody else's is shown. */
  private static final int MAX_LINE_CODE_POINTS = 2_000;

  /** How much of what is cut off is looked at, so that a key is known by its whole length. */
  private static final int LOOKAHEAD = 2_048;

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

  /** A text within a sentence. */
  public static String shortened(String text) {
    return printable(cut(covered(text, MAX_CODE_POINTS), MAX_CODE_POINTS));
  }

  /** A text that is a sentence of its own, or a whole line; also what stands at a line's start. */
  public static String line(String text) {
    return line(text, MAX_LINE_CODE_POINTS);
  }

  /** The same, cut after so many code points. */
  public static String line(String text, int maxCodePoints) {
    return startingNoCommand(printable(cut(covered(text, maxCodePoints), maxCodePoints)));
  }

  /** The same for the name of a file, which nobody takes for a key. */
  public static String fileName(String name) {
    return startingNoCommand(printable(cut(name, MAX_LINE_CODE_POINTS)));
  }

  /** The lines of a text, each by itself. */
  public static String lines(String text) {
    return text.lines().map(DisplayText::line).collect(Collectors.joining("\n"));
  }

  /** The same text with every character visible; tabs stay, and keys are not looked for. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    VisibleText.append(text, printable);
    return printable.toString();
  }

  /**
   * Covers keys in as much as is shown; the rest only as far as it distinguishes a key from others.
   */
  private static String covered(String text, int maxCodePoints) {
    return SecretText.covered(
        text.substring(0, Math.min(text.length(), 2 * maxCodePoints + LOOKAHEAD)));
  }

  private static String cut(String text, int maxCodePoints) {
    return text.length() <= maxCodePoints || text.codePointCount(0, text.length()) <= maxCodePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, maxCodePoints)) + "…";
  }

  /** Two colons at the start of a line are a command to a workflow log. */
  private static String startingNoCommand(String line) {
    int first = 0;
    while (first < line.length() && Character.isWhitespace(line.charAt(first))) {
      first++;
    }
    return line.startsWith("::", first)
        ? line.substring(0, first) + "\\u003a" + line.substring(first + 1)
        : line;
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
}
