package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.EcmaPattern;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the placeholders in texts, and keeps the highest number. */
final class PlaceholderWatch extends Watch {
  private static final String SPECIAL = "\\.[]()*+?{}^$|";

  private final int listing;
  private final Pattern pattern;

  /** What every placeholder begins with; empty when that cannot be told. */
  private final byte[] beginning;

  PlaceholderWatch(int listing, String pattern) {
    this.listing = listing;
    this.pattern = EcmaPattern.compile(pattern);
    this.beginning = beginning(pattern).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  void text(State state, Text text) {
    if (text.isPlain() && !contains(text)) {
      return;
    }
    State.Listing found = state.listings[listing];
    if (text.isGiant) {
      found.highest = Integer.MAX_VALUE;
      return;
    }
    Matcher matcher = pattern.matcher(text.string());
    while (matcher.find()) {
      String number = matcher.group(1);
      if (number != null) {
        found.highest = Math.max(found.highest, number(number));
      }
    }
  }

  /** The number; the highest there is where the text is none that names an item. */
  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number < 1 ? Integer.MAX_VALUE : number;
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  private boolean contains(Text text) {
    int last = text.to - beginning.length;
    for (int i = text.from; i <= last; i++) {
      if (startsAt(i, text.bytes)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsAt(int from, byte[] bytes) {
    for (int i = 0; i < beginning.length; i++) {
      if (bytes[from + i] != beginning[i]) {
        return false;
      }
    }
    return true;
  }

  /** The characters that stand for themselves before the first special one. */
  private static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && SPECIAL.indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    boolean quantified = end < pattern.length() && "*?{".indexOf(pattern.charAt(end)) >= 0;
    boolean alternative = pattern.indexOf('|') >= 0;
    return alternative ? "" : pattern.substring(0, Math.max(0, quantified ? end - 1 : end));
  }
}
