package dev.callsheet.importer.internal.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that says something by a key in bold, such as {@code - **Type**: `string`}.
 *
 * @param key without marks
 * @param value without backticks; may be empty
 * @param isItem whether it is an item of a list
 */
record StatedAttribute(String key, String value, boolean isItem) {
  private static final Pattern LINE =
      Pattern.compile("(- )?\\*\\*([^*]+?)(?::\\*\\*|\\*\\*:)\\s*(.*)");

  /** What a line says; empty where it has no key. */
  static Optional<StatedAttribute> of(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new StatedAttribute(
                matcher.group(2), matcher.group(3).replace("`", ""), matcher.group(1) != null))
        : Optional.empty();
  }
}
