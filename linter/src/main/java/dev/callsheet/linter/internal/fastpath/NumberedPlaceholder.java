package dev.callsheet.linter.internal.fastpath;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of the usual form, a number between two texts, that can be found in bytes. */
final class NumberedPlaceholder {
  /** The texts have only characters that need no escape, in patterns and in JSON. */
  private static final Pattern FORM =
      Pattern.compile("([\\w<>@#%: -]+)\\(\\\\d\\+\\)((?!\\d)[\\w<>@#%: -]*)");

  private final byte[] prefix;
  private final byte[] suffix;

  private NumberedPlaceholder(String prefix, String suffix) {
    this.prefix = prefix.getBytes(StandardCharsets.US_ASCII);
    this.suffix = suffix.getBytes(StandardCharsets.US_ASCII);
  }

  /** The pattern; null when it is of another form. */
  static @Nullable NumberedPlaceholder of(String pattern) {
    Matcher form = FORM.matcher(pattern);
    return form.matches() ? new NumberedPlaceholder(form.group(1), form.group(2)) : null;
  }

  /** The highest number found; 0 when there is none, {@code Integer.MAX_VALUE} for a zero. */
  int highestNumber(byte[] bytes, int from, int to) {
    int highest = 0;
    int at = SwarBytes.indexOf(prefix[0], bytes, from, to);
    while (at < to) {
      int digits = at + prefix.length;
      int end = isAt(prefix, bytes, at, to) ? endOfDigits(bytes, digits, to) : digits;
      if (end > digits && isAt(suffix, bytes, end, to)) {
        highest = Math.max(highest, number(bytes, digits, end));
        at = end + suffix.length;
      } else {
        at++;
      }
      at = SwarBytes.indexOf(prefix[0], bytes, at, to);
    }
    return highest;
  }

  private static int endOfDigits(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    return end;
  }

  private static int number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to && number < Integer.MAX_VALUE; i++) {
      number = number * 10 + (bytes[i] - '0');
    }
    return number == 0 ? Integer.MAX_VALUE : (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static boolean isAt(byte[] text, byte[] bytes, int from, int to) {
    if (to - from < text.length) {
      return false;
    }
    for (int i = 0; i < text.length; i++) {
      if (bytes[from + i] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
