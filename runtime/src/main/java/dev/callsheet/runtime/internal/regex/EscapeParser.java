package dev.callsheet.runtime.internal.regex;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a backslash. */
final class EscapeParser {
  static final CodePointSet DIGITS = CodePointSet.of('0', '9');
  static final CodePointSet WORD = CodePointSet.of('0', '9', 'A', 'Z', '_', '_', 'a', 'z');
  static final CodePointSet SPACE =
      CodePointSet.of(
          '\t', '\r', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F,
          0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF);
  private static final int VERTICAL_TAB = 0x0B;
  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";

  /** What to write instead of escapes that other languages have. */
  private static final Map<Integer, String> ALTERNATIVES =
      Map.of(
          (int) 'A', "^",
          (int) 'Z', "$",
          (int) 'z', "$",
          (int) 'h', "[ \\t]",
          (int) 'H', "[^ \\t]",
          (int) 'R', "(?:\\r\\n|[\\n\\v\\f\\r\\u2028\\u2029])",
          (int) 'a', "\\x07",
          (int) 'e', "\\x1b");

  private final PatternCursor cursor;

  EscapeParser(PatternCursor cursor) {
    this.cursor = cursor;
  }

  /** The set that comes next, such as {@code d} or {@code p{L}}; null when none does. */
  @Nullable CodePointSet parseSet() {
    int start = cursor.offset();
    CodePointSet set =
        switch (cursor.peek()) {
          case 'd', 'D' -> DIGITS;
          case 's', 'S' -> SPACE;
          case 'w', 'W' -> WORD;
          case 'p', 'P' -> CodePointSet.ALL;
          default -> null;
        };
    if (set == null) {
      return null;
    }
    int letter = cursor.next();
    if (letter == 'p' || letter == 'P') {
      set = property(start);
    }
    return Character.isUpperCase(letter) ? set.complement() : set;
  }

  private CodePointSet property(int start) {
    StringBuilder expression = new StringBuilder();
    boolean isOpen = cursor.skip("{");
    while (isOpen && !cursor.isAtEnd() && cursor.peek() != '}') {
      expression.appendCodePoint(cursor.next());
    }
    CodePointSet set =
        isOpen && cursor.skip("}") ? UnicodeProperties.find(expression.toString()) : null;
    if (set == null) {
      throw RegexException.syntax(
          "`\\"
              + cursor.textFrom(start)
              + "` names no Unicode property of ECMA-262, such as `\\p{L}` or `\\p{Script=Greek}`",
          start - 1);
    }
    return set;
  }

  /**
   * The character that comes next, such as {@code n} or {@code u0041}.
   *
   * @param inClass whether it is in a class, where a hyphen may be escaped as well
   */
  int parseCharacter(boolean inClass) {
    int start = cursor.offset();
    int letter = cursor.next();
    return switch (letter) {
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> VERTICAL_TAB;
      case '0' ->
          checked(
              cursor.digits().isEmpty() ? 0 : -1, "`\\0` must not be followed by a digit", start);
      case 'c' -> control(start);
      case 'x' -> checked(cursor.hexadecimal(2), "`\\x` needs two hexadecimal digits", start);
      case 'u' -> unicode(start);
      default -> {
        boolean escapesItself =
            SYNTAX_CHARACTERS.indexOf(letter) >= 0 || (inClass && letter == '-');
        yield checked(escapesItself ? letter : -1, unknownEscape(letter), start);
      }
    };
  }

  private int control(int start) {
    int letter = cursor.next();
    boolean isLetter = (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    return checked(isLetter ? letter % 32 : -1, "`\\c` needs a letter", start);
  }

  /** Behind {@code \\u}: four digits, which may be half of a pair, or as many in braces. */
  int unicode(int start) {
    String message = "`\\u` needs four hexadecimal digits, or a code point in braces";
    if (cursor.skip("{")) {
      return checked(cursor.hexadecimalToBrace(), message, start);
    }
    int unit = checked(cursor.hexadecimal(4), message, start);
    int afterFirst = cursor.offset();
    if (Character.isHighSurrogate((char) unit) && cursor.skip("\\u")) {
      int second = cursor.hexadecimal(4);
      if (second >= 0 && Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) unit, (char) second);
      }
      cursor.moveTo(afterFirst);
    }
    return unit;
  }

  private static int checked(int codePoint, String message, int start) {
    if (codePoint < 0) {
      throw RegexException.syntax(message, start - 1);
    }
    return codePoint;
  }

  private static String unknownEscape(int letter) {
    if (letter < 0) {
      return "a `\\` at the end escapes nothing";
    }
    String alternative = ALTERNATIVES.get(letter);
    return "`\\"
        + Character.toString(letter)
        + "` is no escape of ECMA-262"
        + (alternative == null ? "" : "; write `" + alternative + "`");
  }
}
