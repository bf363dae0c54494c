package dev.callsheet.runtime.support;

import dev.callsheet.runtime.internal.regex.MatchFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Placeholders in texts, whose numbers name items of a list, counted from 1. The number is what the
 * first group of a pattern matches.
 */
public final class Placeholders {
  private Placeholders() {}

  /**
   * A placeholder in a text.
   *
   * @param start where it begins in the text
   * @param end where it ends
   * @param number names an item; less than 1 where what stands there is no number of one
   */
  public record Placeholder(int start, int end, int number) {}

  /**
   * Checks that placeholders can be found by a pattern.
   *
   * @throws IllegalArgumentException when it has no group, or is too large
   */
  public static void requireNumberGroup(Regex pattern) {
    if (!pattern.hasFindableGroup()) {
      throw new IllegalArgumentException(
          "the pattern needs a group for the number, such as `(\\d+)`");
    }
    pattern.releaseFinder(pattern.acquireFinder(""));
  }

  /** Whether every number that the pattern's first group finds names an item. */
  public static boolean areInRange(@Nullable String text, Regex pattern, @Nullable List<?> list) {
    return firstOutOfRange(text, pattern, list) == null;
  }

  /** Whether that is so in the texts that the items have. */
  public static <T> boolean areInRange(
      @Nullable List<T> items,
      Function<T, @Nullable String> text,
      Regex pattern,
      @Nullable List<?> list) {
    if (items != null) {
      for (int i = 0; i < items.size(); i++) {
        if (!areInRange(text.apply(items.get(i)), pattern, list)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The first match of the pattern whose number names no item; null when there is none. */
  static @Nullable String firstOutOfRange(
      @Nullable String text, Regex pattern, @Nullable List<?> list) {
    return firstOutOfRange(text, pattern, list == null ? 0 : list.size());
  }

  /**
   * The first match of the pattern whose number names no item; null when there is none.
   *
   * @param items how many there are
   */
  public static @Nullable String firstOutOfRange(@Nullable String text, Regex pattern, int items) {
    if (text == null || !pattern.canBeFoundIn(text)) {
      return null;
    }
    MatchFinder finder = pattern.acquireFinder(text);
    try {
      while (finder.find()) {
        if (finder.groupEnd() >= 0) {
          int number = number(text, finder);
          if (number < 1 || number > items) {
            return text.substring(finder.start(), finder.end());
          }
        }
      }
      return null;
    } finally {
      pattern.releaseFinder(finder);
    }
  }

  /** All placeholders in a text, in their order. */
  public static List<Placeholder> find(String text, Regex pattern) {
    List<Placeholder> found = new ArrayList<>();
    if (pattern.canBeFoundIn(text)) {
      MatchFinder finder = pattern.acquireFinder(text);
      try {
        while (finder.find()) {
          if (finder.groupEnd() >= 0) {
            found.add(new Placeholder(finder.start(), finder.end(), number(text, finder)));
          }
        }
      } finally {
        pattern.releaseFinder(finder);
      }
    }
    return found;
  }

  /** The number that a group holds; 0 where it is none, or greater than any list is long. */
  private static int number(String text, MatchFinder finder) {
    long number = 0;
    for (int i = finder.groupStart(); i < finder.groupEnd(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = Math.min(10 * number + digit, Integer.MAX_VALUE + 1L);
    }
    return number > Integer.MAX_VALUE ? 0 : (int) number;
  }
}
