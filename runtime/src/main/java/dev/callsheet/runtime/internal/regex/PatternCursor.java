package dev.callsheet.runtime.internal.regex;

/** A place in an expression that is being read. */
final class PatternCursor {
  private static final int HEXADECIMAL = 16;

  private final String pattern;
  private int offset;

  PatternCursor(String pattern) {
    this.pattern = pattern;
  }

  int offset() {
    return offset;
  }

  void moveTo(int place) {
    offset = place;
  }

  boolean isAtEnd() {
    return offset == pattern.length();
  }

  /** The next code point, which is not passed; -1 at the end. */
  int peek() {
    return isAtEnd() ? -1 : pattern.codePointAt(offset);
  }

  /** The next code point, which is passed; -1 at the end. */
  int next() {
    int codePoint = peek();
    offset += codePoint < 0 ? 0 : Character.charCount(codePoint);
    return codePoint;
  }

  /** Whether a text comes next. */
  boolean isAt(String text) {
    return pattern.startsWith(text, offset);
  }

  /** Passes a text, if it comes next. */
  boolean skip(String text) {
    boolean isHere = isAt(text);
    offset += isHere ? text.length() : 0;
    return isHere;
  }

  /** Passes the ASCII digits that come next, if any. */
  String digits() {
    int start = offset;
    while (!isAtEnd() && pattern.charAt(offset) >= '0' && pattern.charAt(offset) <= '9') {
      offset++;
    }
    return pattern.substring(start, offset);
  }

  /** Passes a number of hexadecimal digits; -1, and nothing passed, when they are not there. */
  int hexadecimal(int digits) {
    int value = 0;
    for (int i = offset; i < offset + digits; i++) {
      int digit = i < pattern.length() ? hexadecimalDigit(pattern.charAt(i)) : -1;
      if (digit < 0) {
        return -1;
      }
      value = HEXADECIMAL * value + digit;
    }
    offset += digits;
    return value;
  }

  /** Passes hexadecimal digits and a closing brace; -1 when that is no code point. */
  int hexadecimalToBrace() {
    int value = 0;
    int start = offset;
    while (!isAtEnd() && hexadecimalDigit(pattern.charAt(offset)) >= 0) {
      value = HEXADECIMAL * value + hexadecimalDigit(pattern.charAt(offset++));
      if (value > Character.MAX_CODE_POINT) {
        return -1;
      }
    }
    return offset > start && skip("}") ? value : -1;
  }

  /** What is written from a place up to here. */
  String textFrom(int start) {
    return pattern.substring(start, offset);
  }

  private static int hexadecimalDigit(char c) {
    return c < 128 ? Character.digit(c, HEXADECIMAL) : -1;
  }
}
