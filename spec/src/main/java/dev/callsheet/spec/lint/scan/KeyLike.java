package dev.callsheet.spec.lint.scan;

import java.nio.charset.StandardCharsets;

/** Tells strings that might be API keys from those that cannot be. */
final class KeyLike {
  private static final byte[] SECRET_KEY = "sk-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEARER = "Bearer ".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY = 32;
  private static final int LONGEST = 600;

  private KeyLike() {}

  static boolean is(Text text) {
    if (text.giant != null || text.length > LONGEST) {
      return false;
    }
    // The other escapes stand for no character of a key.
    if (text.numbered) {
      byte[] said = text.string().getBytes(StandardCharsets.UTF_8);
      return is(said, 0, said.length);
    }
    return is(text.bytes, text.from, text.to);
  }

  private static boolean is(byte[] bytes, int from, int to) {
    return (to - from == KEY && isMixed(bytes, from, to))
        || startsWith(SECRET_KEY, bytes, from, to)
        || startsWith(BEARER, bytes, from, to);
  }

  /** Whether it is made of digits, small letters and capitals: some of each, and nothing else. */
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

  private static boolean startsWith(byte[] beginning, byte[] bytes, int from, int to) {
    if (to - from < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if (bytes[from + i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
