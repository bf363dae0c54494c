package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The string that a scanner has just read. Its bytes are good until the scanner reads on. */
final class StringToken {
  byte[] bytes = new byte[0];
  int from;
  int to;

  /** In Unicode code points. */
  long length;

  /** Whether escapes stand in it, so that its bytes are not what it says. */
  boolean hasEscapes;

  /** Whether one of them gives a character by its number, and so may stand for any. */
  boolean hasUnicodeEscapes;

  /** What is known of it when it was too long to be kept. */
  @Nullable LongStringSummary longString;

  /** Whether its bytes are there and what it says. */
  boolean isVerbatim() {
    return !hasEscapes && longString == null;
  }

  /** What it says; only of one that is no giant. */
  String value() {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return hasEscapes ? unescaped(raw) : raw;
  }

  /** The escapes are known to be well formed. */
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

  /** The character that a backslash and this one stand for. */
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
