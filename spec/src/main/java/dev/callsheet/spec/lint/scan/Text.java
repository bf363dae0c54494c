package dev.callsheet.spec.lint.scan;

import java.nio.charset.StandardCharsets;

/** The string that a scanner has just read. Its bytes are good until the scanner reads on. */
final class Text {
  byte[] bytes = new byte[0];
  int from;
  int to;

  /** In Unicode code points. */
  long length;

  /** Whether escapes stand in it, so that its bytes are not what it says. */
  boolean escaped;

  /** Whether it was too long to be kept; only what its giant says is known of it. */
  boolean isGiant;

  final GiantText giant = new GiantText();

  /** Whether its bytes are there and what it says. */
  boolean isPlain() {
    return !escaped && !isGiant;
  }

  /** What it says; only of one that is no giant. */
  String string() {
    String raw = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return escaped ? unescaped(raw) : raw;
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
        text.append(escapedBy(escape));
      }
    }
    return text.toString();
  }

  /** The character that a backslash and this one stand for. */
  static char escapedBy(int c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> (char) c;
      default -> throw new NotPlain();
    };
  }
}
