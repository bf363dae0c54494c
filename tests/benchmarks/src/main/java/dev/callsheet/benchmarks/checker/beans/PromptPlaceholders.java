package dev.callsheet.benchmarks.checker.beans;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code <<<element_n>>>} in prompts. */
final class PromptPlaceholders {
  private static final Pattern PATTERN = Pattern.compile("<<<element_(\\d+)>>>");

  private PromptPlaceholders() {}

  /** Whether none names more than that many elements. */
  static boolean within(@Nullable String prompt, int last) {
    if (prompt == null || !prompt.contains("<<<element_")) {
      return true;
    }
    Matcher found = PATTERN.matcher(prompt);
    while (found.find()) {
      int number = Integer.parseInt(found.group(1));
      if (number < 1 || number > last) {
        return false;
      }
    }
    return true;
  }
}
