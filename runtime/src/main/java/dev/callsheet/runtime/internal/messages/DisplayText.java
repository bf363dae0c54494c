package dev.callsheet.runtime.internal.messages;

import dev.callsheet.runtime.JsonPointer;

/** Names and values as they are shown in sentences: short, and harmless to a terminal. */
public final class DisplayText {
  private static final int MAX_CODE_POINTS = 60;

  /** Holds the parts of one emoji together; the other format characters can reorder a line. */
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private DisplayText() {}

  /**
   * The parameter at a pointer as people write it, in backquotes, such as {@code
   * inputs.elements[0].id}.
   */
  public static String parameterName(String pointer) {
    if (pointer.isEmpty()) {
      return "the task";
    }
    StringBuilder name = new StringBuilder();
    for (String step : JsonPointer.parse(pointer).steps()) {
      if (JsonPointer.indexOf(step) >= 0) {
        name.append('[').append(step).append(']');
      } else {
        name.append(name.isEmpty() ? "" : ".").append(step);
      }
    }
    return "`" + printable(name.toString()) + "`";
  }

  /** A value as it would be written in JSON. */
  public static String jsonValue(Object value) {
    if (value instanceof Iterable) {
      return "a list";
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : "\"" + printable(value.toString()) + "\"";
  }

  /** How many there are and should be. */
  public static String countSentence(int count, String thing, String bounds) {
    return " has " + count + " " + thing + (count == 1 ? "" : "s") + "; it " + bounds;
  }

  private static String printable(String text) {
    String shown =
        text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
            ? text
            : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS)) + "…";
    StringBuilder printable = new StringBuilder(shown.length());
    shown.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '\uFFFD'));
    return printable.toString();
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
