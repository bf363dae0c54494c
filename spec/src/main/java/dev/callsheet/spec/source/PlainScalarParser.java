package dev.callsheet.spec.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON value of a plain (unquoted) scalar, exact: decimals are not rounded. */
final class PlainScalarParser {
  /** Numbers with more digits or a greater exponent are refused. */
  private static final int MAX_DIGITS = 40;

  /** The meta-schema's validator converts decimals to longs to compare them with whole bounds. */
  private static final int MAX_DIGITS_BEFORE_POINT = 18;

  private PlainScalarParser() {}

  /**
   * The value of a text with its tag; empty when it is a number that JSON does not have, or one
   * with too many digits.
   */
  static Optional<JsonNode> parse(Tag tag, String text) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (tag.equals(Tag.NULL)) {
      return Optional.of(json.nullNode());
    }
    if (tag.equals(Tag.BOOL)) {
      return Optional.of(json.booleanNode(text.toLowerCase(Locale.ROOT).equals("true")));
    }
    if (tag.equals(Tag.INT)) {
      return integer(text).map(json::numberNode);
    }
    if (tag.equals(Tag.FLOAT)) {
      return decimal(text).map(json::numberNode);
    }
    return Optional.of(json.stringNode(text));
  }

  private static Optional<BigInteger> integer(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (text.startsWith("0x")) {
      return Optional.of(new BigInteger(text.substring(2), 16));
    }
    if (text.startsWith("0o")) {
      return Optional.of(new BigInteger(text.substring(2), 8));
    }
    return Optional.of(new BigInteger(text));
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      BigDecimal decimal = new BigDecimal(text);
      boolean isAccepted =
          text.length() <= MAX_DIGITS
              && Math.abs(decimal.scale()) <= MAX_DIGITS
              && decimal.precision() - decimal.scale() <= MAX_DIGITS_BEFORE_POINT;
      return isAccepted ? Optional.of(decimal) : Optional.empty();
    } catch (NumberFormatException infinite) {
      return Optional.empty();
    }
  }
}
