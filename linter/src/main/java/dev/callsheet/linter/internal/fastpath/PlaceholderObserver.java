package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import org.jspecify.annotations.Nullable;

/** Records the highest number of the placeholders in texts. */
final class PlaceholderObserver extends ValueObserver {
  private final int placeholderList;
  private final Regex pattern;
  private final @Nullable NumberedPlaceholder bytePattern;

  PlaceholderObserver(int placeholderList, String pattern) {
    this.placeholderList = placeholderList;
    this.pattern = Regex.of(pattern);
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
    for (Placeholders.Placeholder found : Placeholders.find(text.value(), pattern)) {
      highest = Math.max(highest, found.number() < 1 ? Integer.MAX_VALUE : found.number());
    }
    return highest;
  }
}
