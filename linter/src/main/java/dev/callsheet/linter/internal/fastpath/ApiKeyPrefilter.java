package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;

/** Tells strings that might be API keys from those that cannot be. */
final class ApiKeyPrefilter {
  private static final byte[] SECRET_KEY = "sk-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEARER = "Bearer ".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY_LENGTH = 32;
  private static final int MAX_LENGTH = 600;

  private ApiKeyPrefilter() {}

  static boolean mayBeKey(StringToken text) {
    if (text.longString != null || text.length > MAX_LENGTH) {
      return false;
    }
    // The other escapes stand for characters that no key has.
    if (text.hasUnicodeEscapes) {
      byte[] unescaped = text.value().getBytes(StandardCharsets.UTF_8);
      return mayBeKey(unescaped, 0, unescaped.length);
    }
    return mayBeKey(text.bytes, text.from, text.to);
  }

  private static boolean mayBeKey(byte[] bytes, int from, int to) {
    return (to - from == KEY_LENGTH && isMixed(bytes, from, to))
        || startsWith(SECRET_KEY, bytes, from, to)
        || startsWith(BEARER, bytes, from, to);
  }

  /** Whether it has digits, lower-case and upper-case letters, and nothing else. */
  private static boolean isMixed(byte[] bytes, int from, int to) {
    int kinds = 0;
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      if (c >= '0' && c <= '9') {
        kinds |= 1;
      } else if (c >= 'a' && c <= 'z') {
        kinds |= 2;
      } else if (c >= 'A' && c <= 'Z') {
        kinds |= 4;
      } else {
        return false;
      }
    }
    return kinds == 7;
  }

  private static boolean startsWith(byte[] prefix, byte[] bytes, int from, int to) {
    if (to - from < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if (bytes[from + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
