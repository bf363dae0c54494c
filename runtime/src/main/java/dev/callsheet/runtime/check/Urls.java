package dev.callsheet.runtime.check;

/** Reads {@code http} and {@code https} URLs (RFC 3986), character by character. */
final class Urls {
  private static final Alphabet HOST = Alphabet.ofLettersAndDigits("_.~!$&'()*+,;=:@-%[]");
  private static final Alphabet REST = Alphabet.ofLettersAndDigits("_.~!$&'()*+,;=:@-%/?");

  private Urls() {}

  static boolean isOne(String text) {
    int host = afterScheme(text);
    if (host < 0) {
      return false;
    }
    int at = HOST.after(text, host);
    if (at == host) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '?')) {
      at = REST.after(text, at);
    }
    if (at < text.length() && text.charAt(at) == '#') {
      at = REST.after(text, at + 1);
    }
    return at == text.length() && isEscaped(text);
  }

  private static int afterScheme(String text) {
    if (text.length() < "http://x".length()
        || !is(text, 0, 'h')
        || !is(text, 1, 't')
        || !is(text, 2, 't')
        || !is(text, 3, 'p')) {
      return -1;
    }
    int at = is(text, 4, 's') ? 5 : 4;
    return text.startsWith("://", at) ? at + 3 : -1;
  }

  private static boolean is(String text, int at, char small) {
    return (text.charAt(at) | 0x20) == small;
  }

  /** Whether every percent sign begins an escape. */
  private static boolean isEscaped(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length()
          || Character.digit(text.charAt(at + 1), 16) < 0
          || Character.digit(text.charAt(at + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
