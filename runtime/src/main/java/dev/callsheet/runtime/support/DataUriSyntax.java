package dev.callsheet.runtime.support;

import dev.callsheet.runtime.MediaKind;

/** Reads the head of a data URI: {@code data:}, a media type, its parameters, {@code base64}. */
final class DataUriSyntax {
  private static final String SCHEME = "data:";
  private static final String BASE64_MARKER = "base64,";
  private static final AsciiCharacterSet NAME = AsciiCharacterSet.ofLettersAndDigits("_.+-");

  private DataUriSyntax() {}

  /** Where the bytes begin; less than 0 in a text that is no data URI with bytes in Base64. */
  static int payloadStart(String text) {
    if (!text.startsWith(SCHEME)) {
      return -1;
    }
    int slash = NAME.endOfRun(text, SCHEME.length());
    if (slash == SCHEME.length() || !isAt(text, slash, '/')) {
      return -1;
    }
    int at = NAME.endOfRun(text, slash + 1);
    if (at == slash + 1) {
      return -1;
    }
    while (isAt(text, at, ';')) {
      if (text.startsWith(BASE64_MARKER, at + 1)) {
        return at + 1 + BASE64_MARKER.length();
      }
      int equals = NAME.endOfRun(text, at + 1);
      if (equals == at + 1 || !isAt(text, equals, '=')) {
        return -1;
      }
      at = endOfValue(text, equals + 1);
    }
    return -1;
  }

  /** Whether the media type of a data URI is one of that kind. */
  static boolean isOfKind(String text, MediaKind kind) {
    return text.startsWith(kind.contentTypePrefix(), SCHEME.length());
  }

  /** The media type that a data URI names, such as {@code image/png}. */
  static String contentType(String text) {
    int slash = NAME.endOfRun(text, SCHEME.length());
    return text.substring(SCHEME.length(), NAME.endOfRun(text, slash + 1));
  }

  private static int endOfValue(String text, int start) {
    int at = start;
    while (at < text.length() && !isSpace(text.charAt(at)) && ";,".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isAt(String text, int at, char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }
}
