package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.EcmaPattern;
import dev.callsheet.spec.logic.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Example texts for patterns that find placeholders, such as {@code <<<element_(\d+)>>>}. */
final class PlaceholderExamples {
  private PlaceholderExamples() {}

  /** The patterns that a formula looks for in texts. */
  static List<String> patterns(Formula formula) {
    List<String> found = new ArrayList<>();
    if (formula instanceof Formula.PlaceholdersWithin atom) {
      found.add(atom.pattern());
    } else if (formula instanceof Formula.Implies conditional) {
      found.addAll(patterns(conditional.consequence()));
    } else if (formula instanceof Formula.All combined) {
      combined.parts().forEach(part -> found.addAll(patterns(part)));
    }
    return found;
  }

  /** A text in which the pattern finds that number, where the pattern is plain enough for one. */
  static Optional<String> example(String pattern, String number) {
    String text = pattern.replaceFirst("\\(.*?\\)", number).replaceAll("\\\\(\\W)", "$1");
    Matcher matcher = EcmaPattern.compile(pattern).matcher(text);
    return matcher.find() && matcher.groupCount() >= 1 && number.equals(matcher.group(1))
        ? Optional.of(text)
        : Optional.empty();
  }
}
