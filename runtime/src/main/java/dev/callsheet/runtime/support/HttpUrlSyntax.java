package dev.callsheet.runtime.support;

/** Reads {@code http} and {@code https} URLs (RFC 3986), character by character. */
final class HttpUrlSyntax {
  private static final AsciiCharacterSet HOST =
      AsciiCharacterSet.ofLettersAndDigits("_.~!$&'()*+,;=:@-[]");
  private static final AsciiCharacterSet REST =
      AsciiCharacterSet.ofLettersAndDigits("_.~!$&'()*+,;=:@-/?");

  private HttpUrlSyntax() {}

  static boolean isHttpUrl(String text) {
    int host = endOfScheme(text);
    if (host < 0) {
      return false;
    }
    int at = endOfRun(HOST, text, host);
    if (at == host) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '?')) {
      at = endOfRun(REST, text, at);
    }
    if (at < text.length() && text.charAt(at) == '#') {
      at = endOfRun(REST, text, at + 1);
    }
    return at == text.length();
  }

  private static int endOfScheme(String text) {
    if (text.length() < "http://x".length()
        || !isLetter(text, 0, 'h')
        || !isLetter(text, 1, 't')
        || !isLetter(text, 2, 't')
        || !isLetter(text, 3, 'p')) {
      return -1;
    }
    int at = isLetter(text, 4, 's') ? 5 : 4;
    return text.startsWith("://", at) ? at + 3 : -1;
  }

  private static boolean isLetter(String text, int at, char small) {
    return (text.charAt(at) | 0x20) == small;
  }

  /** Where they end, escapes among them. */
  private static int endOfRun(AsciiCharacterSet characters, String text, int start) {
    int at = characters.endOfRun(text, start);
    while (isEscape(text, at)) {
      at = characters.endOfRun(text, at + "%2F".length());
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
