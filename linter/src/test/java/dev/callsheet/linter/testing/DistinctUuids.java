package dev.callsheet.linter.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each task of a text a UUID of its own, for tests that repeat a task. */
public final class DistinctUuids {
  private static final Pattern FIRST_DIGITS =
      Pattern.compile("(?<=\"taskUUID\"\\s{0,9}:\\s{0,9}\")[0-9a-f]{8}(?=-)");

  private DistinctUuids() {}

  /** The same text, as long as before, with a number in front of each UUID. */
  public static String in(String text) {
    int[] number = {0};
    return FIRST_DIGITS
        .matcher(text)
        .replaceAll(uuid -> Matcher.quoteReplacement(String.format("%08x", ++number[0])));
  }
}
