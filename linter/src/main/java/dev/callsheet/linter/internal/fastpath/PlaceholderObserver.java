package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.logic.EcmaPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Records the highest number of the placeholders in texts. */
final class PlaceholderObserver extends ValueObserver {
  private final int placeholderList;
  private final Pattern pattern;
  private final @Nullable NumberedPlaceholder bytePattern;

  PlaceholderObserver(int placeholderList, String pattern) {
    this.placeholderList = placeholderList;
    this.pattern = EcmaPattern.compile(pattern);
    this.bytePattern = NumberedPlaceholder.of(pattern);
  }

  @Override
  void onString(ValidationState state, StringToken text) {
    ValidationState.PlaceholderList found = state.placeholderLists[placeholderList];
    found.highestPlaceholder = Math.max(found.highestPlaceholder, highestNumber(text));
  }

  private int highestNumber(StringToken text) {
    if (text.longString != null) {
      return Integer.MAX_VALUE;
    }
    if (bytePattern != null && !text.hasUnicodeEscapes) {
      return bytePattern.highestNumber(text.bytes, text.from, text.to);
    }
    int highest = 0;
    Matcher matcher = pattern.matcher(text.value());
    while (matcher.find()) {
      String number = matcher.group(1);
      if (number != null) {
        highest = Math.max(highest, number(number));
      }
    }
    return highest;
  }

  /** The number; {@code Integer.MAX_VALUE} when the text is no positive number. */
  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number < 1 ? Integer.MAX_VALUE : number;
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }
}
