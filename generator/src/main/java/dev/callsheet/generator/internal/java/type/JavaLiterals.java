package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.CodeBlock;
import dev.callsheet.generator.internal.java.javadoc.VisibleCharacters;
import java.math.BigDecimal;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** Values of JSON as Java literals. */
public final class JavaLiterals {
  private JavaLiterals() {}

  /** A string, a number or a boolean; a whole number is an {@code int} where it fits in one. */
  public static CodeBlock of(JsonNode value) {
    if (value.isString()) {
      return text(value.stringValue());
    }
    if (value.isBoolean()) {
      return CodeBlock.of("$L", value.booleanValue());
    }
    return value.isNumber() ? number(value.decimalValue()) : text(value.toString());
  }

  /** A text on one line, in which whatever cannot be seen is escaped. */
  public static CodeBlock text(String text) {
    StringBuilder literal = new StringBuilder("\"");
    int before = 0;
    for (int c : text.codePoints().toArray()) {
      literal.append(escaped(c, before));
      before = c;
    }
    return CodeBlock.of("$L", literal.append('"'));
  }

  private static String escaped(int c, int before) {
    return switch (c) {
      case '"' -> "\\\"";
      // javac miscounts backslashes after half a surrogate pair.
      case '\\' -> isSurrogate(before) ? "\\134" : "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> VisibleCharacters.isVisible(c) ? Character.toString(c) : unicode(c);
    };
  }

  private static boolean isSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  private static String unicode(int c) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : Character.toChars(c)) {
      escaped.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }
    return escaped.toString();
  }

  /** A number; one beyond a {@code long} as a {@code double}. */
  public static CodeBlock number(BigDecimal number) {
    if (isWhole(number)) {
      if (fits(number, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
        return CodeBlock.of("$L", number.intValueExact());
      }
      if (fits(number, Long.MIN_VALUE, Long.MAX_VALUE)) {
        return CodeBlock.of("$LL", number.longValueExact());
      }
    }
    double nearest = number.doubleValue();
    return Double.isFinite(nearest)
        ? CodeBlock.of("$L", nearest)
        : CodeBlock.of(nearest > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY");
  }

  /** Whether a value is a number that fits in an {@code int}. */
  public static boolean isInt(JsonNode value) {
    return value.isNumber()
        && isWhole(value.decimalValue())
        && fits(value.decimalValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Whether a number has no fraction. */
  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether a number lies within bounds. */
  static boolean fits(BigDecimal number, long minimum, long maximum) {
    return number.compareTo(BigDecimal.valueOf(minimum)) >= 0
        && number.compareTo(BigDecimal.valueOf(maximum)) <= 0;
  }

  /** Whether two values are equal, numbers by value. */
  static boolean sameValue(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }
}
