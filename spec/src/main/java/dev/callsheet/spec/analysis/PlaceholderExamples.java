package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.EcmaPattern;
import dev.callsheet.spec.logic.Formula;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Example texts for patterns that find placeholders, such as {@code <<<element_(\d+)>>>}. */
final class PlaceholderExamples {
  private PlaceholderExamples() {}

  /** The patterns that a formula looks for in texts, wherever in it they stand. */
  static List<String> patterns(Formula formula) {
    return formula
        .atoms(Formula.PlaceholdersWithin.class)
        .map(Formula.PlaceholdersWithin::pattern)
        .distinct()
        .toList();
  }

  /** A text in which the pattern finds that number; empty where none can be derived from it. */
  static Optional<String> example(String pattern, String number) {
    String text = pattern.replaceFirst("\\(.*?\\)", number).replaceAll("\\\\(\\W)", "$1");
    Matcher matcher = EcmaPattern.compile(pattern).matcher(text);
    return matcher.find() && matcher.groupCount() >= 1 && number.equals(matcher.group(1))
        ? Optional.of(text)
        : Optional.empty();
  }
}
