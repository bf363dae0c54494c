package dev.callsheet.runtime.internal.messages;

import java.util.HexFormat;

/**
 * Texts in which every character is seen and none is obeyed. A character that would control a
 * terminal, break or reorder a line, or hide, is written as an escape that Java and JSON know,
 * {@code \}{@code u001b}: what was JSON before is the same JSON after. So is a character of a
 * command that the log of a build server would carry out.
 */
final class VisibleText {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  private VisibleText() {}

  /** Writes a text; of invisible characters only tabs stay. */
  static void append(CharSequence text, StringBuilder out) {
    int before = 0;
    int at = 0;
    while (at < text.length()) {
      int plain = endOfPlain(text, at);
      if (plain > at) {
        out.append(text, at, plain);
        before = text.charAt(plain - 1);
        at = plain;
        continue;
      }
      int c = Character.codePointAt(text, at);
      int next = at + Character.charCount(c);
      if (isVisible(c) || isJoined(c, before, text, next)) {
        appendVisible(c, text, at, out);
      } else {
        appendEscape(c, out);
      }
      before = c;
      at = next;
    }
  }

  /** Where the characters end that need no look: those of ASCII but {@code #}. */
  private static int endOfPlain(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && isPlain(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F && c != '#';
  }

  /** Whether a character shows where it stands, and does nothing else. */
  private static boolean isVisible(int c) {
    if (c < 0x7F) {
      return c >= ' ' || c == '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Between two pictures a joiner makes one of them, and is harmless. */
  private static boolean isJoined(int c, int before, CharSequence text, int next) {
    return c == ZERO_WIDTH_JOINER
        && (before == EMOJI_PRESENTATION || isSymbol(before))
        && next < text.length()
        && isSymbol(Character.codePointAt(text, next));
  }

  private static boolean isSymbol(int c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL || (c > 0xFFFF && type == Character.MODIFIER_SYMBOL);
  }

  private static void appendVisible(int c, CharSequence text, int at, StringBuilder out) {
    if (c == '#' && at > 0 && text.charAt(at - 1) == '#' && beginsCommand(text, at + 1)) {
      appendEscape(c, out);
    } else {
      out.appendCodePoint(c);
    }
  }

  /** Whether it goes on as {@code ##[error]}, {@code ##vso[...]} and {@code ##teamcity[...]} do. */
  private static boolean beginsCommand(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == '[';
  }

  private static void appendEscape(int c, StringBuilder out) {
    if (c == '\n' || c == '\r') {
      out.append(c == '\n' ? "\\n" : "\\r");
      return;
    }
    for (char unit : Character.toChars(c)) {
      out.append("\\u").append(HexFormat.of().toHexDigits(unit));
    }
  }
}
