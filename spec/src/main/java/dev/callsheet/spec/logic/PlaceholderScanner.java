package dev.callsheet.spec.logic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds placeholders in texts whose number names no item of a list. */
public final class PlaceholderScanner {
  private PlaceholderScanner() {}

  /**
   * The first match whose first group is a number not from 1 to {@code count}.
   *
   * @param pattern finds placeholders
   */
  public static Optional<String> firstOutOfRange(String text, Pattern pattern, int count) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String number = matcher.group(1);
      if (number != null && !isInRange(number, count)) {
        return Optional.of(matcher.group());
      }
    }
    return Optional.empty();
  }

  /** Whether a text of digits, of any length, is from 1 to {@code count}. */
  private static boolean isInRange(String digits, int count) {
    try {
      int number = Integer.parseInt(digits);
      return number >= 1 && number <= count;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
