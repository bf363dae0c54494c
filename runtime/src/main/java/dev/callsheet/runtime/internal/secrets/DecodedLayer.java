package dev.callsheet.runtime.internal.secrets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text in which escapes were replaced by what they stand for. */
final class DecodedLayer {
  private final String text;
  private final char[] chars;
  private final int @Nullable [] offsets;

  /**
   * Of a decoded text, where each character began in the original, and where the last ended; of the
   * original, null.
   */
  private DecodedLayer(String text, int @Nullable [] offsets) {
    this.text = text;
    this.chars = text.toCharArray();
    this.offsets = offsets;
  }

  /** The text as it is written. */
  static DecodedLayer of(String text) {
    return new DecodedLayer(text, null);
  }

  /** The decoded text. */
  String text() {
    return text;
  }

  /** The decoded text; not to be changed. */
  char[] chars() {
    return chars;
  }

  /** Where a character of the decoded text begins in the original. */
  int originalOffset(int offset) {
    return offsets == null ? offset : offsets[offset];
  }

  /** One more level of JSON escapes and percent encoding undone; null where there is none. */
  @Nullable DecodedLayer decoded() {
    if (text.indexOf('\\') < 0 && text.indexOf('%') < 0) {
      return null;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int[] from = new int[text.length() + 1];
    int at = 0;
    while (at < chars.length) {
      from[decoded.length()] = originalOffset(at);
      int length = escapeLength(at);
      decoded.append(length == 1 ? chars[at] : escaped(at, length));
      at += length;
    }
    if (decoded.length() == text.length()) {
      return null;
    }
    from[decoded.length()] = originalOffset(text.length());
    return new DecodedLayer(decoded.toString(), Arrays.copyOf(from, decoded.length() + 1));
  }

  private int escapeLength(int at) {
    char c = chars[at];
    if (c == '%') {
      int code = hex(at + 1, 2);
      return code >= 0 && code < 0x80 ? 3 : 1;
    }
    if (c != '\\' || at + 1 == chars.length) {
      return 1;
    }
    if (chars[at + 1] == 'u') {
      return hex(at + 2, 4) >= 0 ? 6 : 1;
    }
    return "\"\\/bfnrt".indexOf(chars[at + 1]) >= 0 ? 2 : 1;
  }

  private char escaped(int at, int length) {
    return switch (length) {
      case 3 -> (char) hex(at + 1, 2);
      case 6 -> (char) hex(at + 2, 4);
      default -> {
        char c = chars[at + 1];
        int control = "bfnrt".indexOf(c);
        yield control < 0 ? c : "\b\f\n\r\t".charAt(control);
      }
    };
  }

  /** The number that so many hexadecimal digits stand for; negative where there are others. */
  private int hex(int from, int digits) {
    if (from + digits > chars.length) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      char c = chars[i];
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
