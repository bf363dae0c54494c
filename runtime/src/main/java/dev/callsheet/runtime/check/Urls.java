package dev.callsheet.runtime.check;

/** Reads {@code http} and {@code https} URLs (RFC 3986), character by character. */
final class Urls {
  private static final Alphabet HOST = Alphabet.ofLettersAndDigits("_.~!$&'()*+,;=:@-[]");
  private static final Alphabet REST = Alphabet.ofLettersAndDigits("_.~!$&'()*+,;=:@-/?");

  private Urls() {}

  static boolean isOne(String text) {
    int host = afterScheme(text);
    if (host < 0) {
      return false;
    }
    int at = after(HOST, text, host);
    if (at == host) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '?')) {
      at = after(REST, text, at);
    }
    if (at < text.length() && text.charAt(at) == '#') {
      at = after(REST, text, at + 1);
    }
    return at == text.length();
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

  /** Where they end, escapes among them. */
  private static int after(Alphabet characters, String text, int start) {
    int at = characters.after(text, start);
    while (isEscape(text, at)) {
      at = characters.after(text, at + "%2F".length());
    }
    return at;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && text.charAt(at) == '%'
        && isHex(text.charAt(at + 1))
        && isHex(text.charAt(at + 2));
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
