package dev.callsheet.runtime.internal.secrets;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text in which escapes were replaced by what they stand for. */
final class DecodedLayer {
  private static final int[] NO_ESCAPES = {};

  private final char[] chars;
  private final Landmarks landmarks;
  private final @Nullable DecodedLayer encoded;

  /**
   * Where the characters stand that were escaped; an escape more, and what follows stands later.
   */
  private final int[] escapes;

  /** How much longer the text was before each of these, and before its end. */
  private final int[] shifts;

  private DecodedLayer(char[] chars, @Nullable DecodedLayer encoded, int[] escapes, int[] shifts) {
    this.chars = chars;
    this.landmarks = new Landmarks(chars);
    this.encoded = encoded;
    this.escapes = escapes;
    this.shifts = shifts;
  }

  /** The text as it is written; it is not to be changed. */
  static DecodedLayer of(char[] text) {
    return new DecodedLayer(text, null, NO_ESCAPES, NO_ESCAPES);
  }

  /** The decoded text; not to be changed. */
  char[] chars() {
    return chars;
  }

  /** Where there is something to look at in the decoded text. */
  Landmarks landmarks() {
    return landmarks;
  }

  /** Where a character of the decoded text begins in the original. */
  int originalOffset(int offset) {
    if (encoded == null) {
      return offset;
    }
    int at = Arrays.binarySearch(escapes, offset);
    return encoded.originalOffset(offset + shifts[at < 0 ? -at - 1 : at]);
  }

  /** One more level of JSON escapes and percent encoding undone; null where there is none. */
  @Nullable DecodedLayer decoded() {
    int first = nextEscape(0);
    if (first == chars.length) {
      return null;
    }
    char[] decoded = Arrays.copyOf(chars, chars.length);
    int[] escaped = new int[8];
    int[] before = new int[8];
    int count = 0;
    int length = first;
    int at = first;
    while (at < chars.length) {
      if (count + 1 == escaped.length) {
        escaped = Arrays.copyOf(escaped, 2 * count + 2);
        before = Arrays.copyOf(before, 2 * count + 2);
      }
      escaped[count] = length;
      before[count++] = at - length;
      int escapeLength = escapeLength(at);
      decoded[length++] = escaped(at, escapeLength);
      at += escapeLength;
      int next = nextEscape(at);
      System.arraycopy(chars, at, decoded, length, next - at);
      length += next - at;
      at = next;
    }
    before[count] = chars.length - length;
    return new DecodedLayer(
        Arrays.copyOf(decoded, length),
        this,
        Arrays.copyOf(escaped, count),
        Arrays.copyOf(before, count + 1));
  }

  /** Where the next escape begins, or the end. */
  private int nextEscape(int from) {
    int at = landmarks.nextSign(from);
    while (at < chars.length
        && ((chars[at] != '\\' && chars[at] != '%') || escapeLength(at) == 1)) {
      at = landmarks.nextSign(at + 1);
    }
    return at;
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
