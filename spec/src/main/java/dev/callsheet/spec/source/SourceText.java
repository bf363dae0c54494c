package dev.callsheet.spec.source;

import org.jspecify.annotations.Nullable;

/**
 * A text file, as it was read.
 *
 * @param file its name as the user gave it
 * @param text all of it
 */
public record SourceText(String file, String text) {
  /** The line of that number, counted from 1; null when there are not so many. */
  public @Nullable String line(int number) {
    return text.lines().skip(number - 1L).findFirst().orElse(null);
  }

  /** Where the text begins. */
  public SourceLocation start() {
    return new SourceLocation(file, 1, 1);
  }
}
