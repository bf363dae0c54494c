package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.runtime.LengthUnit;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The string that a scanner has just read. Its bytes are valid until the scanner reads on. */
final class StringToken {
  byte[] bytes = new byte[0];
  int from;
  int to;

  /** In Unicode code points. */
  long length;

  /** Whether it has escapes, so that its bytes are not its value. */
  boolean hasEscapes;

  /** Whether an escape gives a character by its number, which can be any character. */
  boolean hasUnicodeEscapes;

  /** What is known of a string that was too long to be kept; else null. */
  @Nullable LongStringSummary longString;

  /** Whether its bytes are in memory and are its value. */
  boolean isVerbatim() {
    return !hasEscapes && longString == null;
  }

  /** The length in a unit. */
  long lengthIn(LengthUnit unit) {
    if (unit == LengthUnit.CODE_POINTS) {
      return length;
    }
    if (longString != null) {
      return longString.lengthIn(unit);
    }
    if (hasEscapes) {
      return unit.lengthOf(value());
    }
    return unit == LengthUnit.UTF8 ? to - from : length + fourByteCharacters();
  }

  private int fourByteCharacters() {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += (bytes[i] & 0xF8) == 0xF0 ? 1 : 0;
    }
    return count;
  }

  /** The value; not of a string that was too long to be kept. */
  String value() {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return hasEscapes ? unescaped(raw) : raw;
  }

  /** Resolves escapes, which are known to be well formed. */
  private static String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      if (escape == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(unescape(escape));
      }
    }
    return text.toString();
  }

  /** The character that a backslash and this character stand for. */
  static char unescape(int c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> (char) c;
      default -> throw new FastPathBailout();
    };
  }
}
