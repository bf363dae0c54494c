package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.calculus.EcmaPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the placeholders in texts, and keeps the highest number. */
final class PlaceholderWatch extends Watch {
  private final int listing;
  private final Pattern pattern;
  private final @Nullable NumberBetween inBytes;

  PlaceholderWatch(int listing, String pattern) {
    this.listing = listing;
    this.pattern = EcmaPattern.compile(pattern);
    this.inBytes = NumberBetween.of(pattern);
  }

  @Override
  void text(State state, Text text) {
    State.Listing found = state.listings[listing];
    found.highest = Math.max(found.highest, highest(text));
  }

  private int highest(Text text) {
    if (text.giant != null) {
      return Integer.MAX_VALUE;
    }
    if (inBytes != null && !text.numbered) {
      return inBytes.highest(text.bytes, text.from, text.to);
    }
    int highest = 0;
    Matcher matcher = pattern.matcher(text.string());
    while (matcher.find()) {
      String number = matcher.group(1);
      if (number != null) {
        highest = Math.max(highest, number(number));
      }
    }
    return highest;
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
}
