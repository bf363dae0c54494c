package dev.callsheet.linter.internal.fastpath;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The number that a scanner has just read. Its bytes are valid until the scanner reads on. */
final class NumberToken {
  /** The greatest number of digits. */
  static final int MAX_DIGITS = 1000;

  private static final int MAX_LONG_DIGITS = 18;

  /** Whether it is written as an integer and small enough for {@link #longValue}. */
  boolean isLong;

  long longValue;

  private byte[] bytes = new byte[0];
  private int from;
  private int to;
  private boolean integral;

  /** Reads the number at {@code start}, and returns where it ends. */
  int read(byte[] source, int start, int limit) {
    bytes = source;
    from = start;
    boolean negative = source[start] == '-';
    int at = negative ? start + 1 : start;
    int first = at;
    long sum = 0;
    while (at < limit && isDigit(source[at])) {
      sum = sum * 10 + (source[at++] - '0');
    }
    int digits = at - first;
    if (digits == 0 || (digits > 1 && source[first] == '0')) {
      throw new FastPathBailout();
    }
    longValue = negative ? -sum : sum;
    integral = true;
    if (at < limit && (source[at] == '.' || source[at] == 'e' || source[at] == 'E')) {
      integral = false;
      to = at;
      digits += fraction(source, limit);
      digits += exponent(source, limit);
      at = to;
    }
    to = at;
    if (digits > MAX_DIGITS) {
      throw new FastPathBailout();
    }
    isLong = integral && digits <= MAX_LONG_DIGITS;
    return at;
  }

  /** The number as a tree has it. */
  JsonNode toJsonNode() {
    return integral
        ? JsonNodeFactory.instance.numberNode(new BigInteger(text()))
        : DecimalNode.valueOf(toBigDecimal());
  }

  BigDecimal toBigDecimal() {
    return new BigDecimal(text());
  }

  private int fraction(byte[] source, int limit) {
    return source[to] == '.' ? digits(source, to + 1, limit) : 0;
  }

  private int exponent(byte[] source, int limit) {
    if (to == limit || (source[to] != 'e' && source[to] != 'E')) {
      return 0;
    }
    int first = to + 1;
    if (first < limit && (source[first] == '+' || source[first] == '-')) {
      first++;
    }
    int digits = digits(source, first, limit);
    if (digits >= 9) {
      requireDecimal();
    }
    return digits;
  }

  /** Bails out when the exponent is too large for a decimal. */
  private void requireDecimal() {
    try {
      toBigDecimal();
    } catch (NumberFormatException e) {
      throw new FastPathBailout();
    }
  }

  private int digits(byte[] source, int first, int limit) {
    int at = first;
    while (at < limit && isDigit(source[at])) {
      at++;
    }
    if (at == first) {
      throw new FastPathBailout();
    }
    to = at;
    return at - first;
  }

  private String text() {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static boolean isDigit(int b) {
    return b >= '0' && b <= '9';
  }
}
