package dev.callsheet.runtime.check;

/** Reads {@code http} and {@code https} URLs (RFC 3986), character by character. */
final class Urls {
  private static final String ANYWHERE = "_.~!$&'()*+,;=:@-";

  private Urls() {}

  static boolean isOne(String text) {
    int host = afterScheme(text);
    if (host < 0) {
      return false;
    }
    int at = host;
    while (at < text.length() && isIn(text, at, "[]")) {
      at++;
    }
    if (at == host) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '?')) {
      at = afterRest(text, at);
    }
    if (at < text.length() && text.charAt(at) == '#') {
      at = afterRest(text, at + 1);
    }
    return at == text.length();
  }

  private static int afterRest(String text, int start) {
    int at = start;
    while (at < text.length() && isIn(text, at, "/?")) {
      at++;
    }
    return at;
  }

  private static int afterScheme(String text) {
    if (!text.regionMatches(true, 0, "http", 0, 4) || !isPlain(text)) {
      return -1;
    }
    int at = text.length() > 4 && (text.charAt(4) == 's' || text.charAt(4) == 'S') ? 5 : 4;
    return text.startsWith("://", at) ? at + 3 : -1;
  }

  /** Letters that only look like those of the scheme when their case is ignored are none of it. */
  private static boolean isPlain(String text) {
    return text.charAt(0) < 128
        && text.charAt(1) < 128
        && text.charAt(2) < 128
        && text.charAt(3) < 128;
  }

  private static boolean isIn(String text, int at, String more) {
    char c = text.charAt(at);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      return true;
    }
    return c == '%'
        ? isHex(text, at + 1) && isHex(text, at + 2)
        : ANYWHERE.indexOf(c) >= 0 || more.indexOf(c) >= 0;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && text.charAt(at) < 128 && Character.digit(text.charAt(at), 16) >= 0;
  }
}
