package dev.callsheet.runtime.support;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Placeholders in texts, whose numbers name items of a list, counted from 1. */
public final class Placeholders {
  private Placeholders() {}

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
    if (text == null || !pattern.canBeFoundIn(text)) {
      return null;
    }
    int last = list == null ? 0 : list.size();
    Matcher matcher = pattern.acquireMatcher(text);
    try {
      while (matcher.find()) {
        if (matcher.start(1) >= 0 && !isInRange(text, matcher.start(1), matcher.end(1), last)) {
          return matcher.group();
        }
      }
      return null;
    } finally {
      pattern.releaseMatcher(matcher);
    }
  }

  private static boolean isInRange(String text, int start, int end, int last) {
    try {
      int number = Integer.parseInt(text, start, end, 10);
      return number >= 1 && number <= last;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
