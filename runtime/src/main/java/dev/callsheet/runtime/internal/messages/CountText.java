package dev.callsheet.runtime.internal.messages;

import org.jspecify.annotations.Nullable;

/** Numbers of things, in words. */
public final class CountText {
  private CountText() {}

  /** Such as {@code 1 file} and {@code 2 files}. */
  public static String of(long count, String noun) {
    return count + " " + noun(count, noun);
  }

  /** The noun as it stands behind a number, such as {@code file} and {@code files}. */
  public static String noun(long count, String noun) {
    return count == 1 ? noun : noun + "s";
  }

  /**
   * How many there may be, such as {@code at least 1 file}, {@code 2 to 4 files} and {@code 4
   * files}.
   */
  public static String between(@Nullable Integer minimum, @Nullable Integer maximum, String noun) {
    if (maximum == null) {
      return "at least " + of(minimum == null ? 0 : minimum, noun);
    }
    if (minimum == null || minimum == 0) {
      return "at most " + of(maximum, noun);
    }
    return minimum.equals(maximum) ? of(maximum, noun) : minimum + " to " + of(maximum, noun);
  }
}
