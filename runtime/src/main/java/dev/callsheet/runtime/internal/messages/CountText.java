package dev.callsheet.runtime.internal.messages;

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
}
