package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.internal.regex.CodePointSet;
import dev.callsheet.runtime.internal.regex.PatternParser;
import dev.callsheet.runtime.internal.regex.RegexNode;
import dev.callsheet.runtime.support.Placeholders;
import dev.callsheet.runtime.support.Regex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a text that a regular expression matches: the first alternative of each, and every
 * repetition as seldom as it may be. What boundaries and lookarounds demand is not looked at, so
 * what is made is tried on the expression itself.
 */
final class RegexExample implements RegexNode.Visitor<String> {
  /** What stands for a set of characters, if it can. */
  private static final String PLAIN_CHARACTERS = "a1 A_-.";

  private final Optional<String> firstGroup;

  private RegexExample(Optional<String> firstGroup) {
    this.firstGroup = firstGroup;
  }

  /** A shortest text of that form; empty where none can be made so. */
  static Optional<String> of(String regex) {
    String made = PatternParser.parse(regex).accept(new RegexExample(Optional.empty()));
    return Regex.of(regex).isFoundIn(made) ? Optional.of(made) : Optional.empty();
  }

  /** A text in which the first group finds that number; empty where none can be made so. */
  static Optional<String> ofPlaceholder(String regex, int number) {
    String made =
        PatternParser.parse(regex).accept(new RegexExample(Optional.of(Integer.toString(number))));
    List<Placeholders.Placeholder> found = Placeholders.find(made, Regex.of(regex));
    return found.size() == 1 && found.get(0).number() == number
        ? Optional.of(made)
        : Optional.empty();
  }

  @Override
  public String visitCharacters(RegexNode.Characters characters) {
    CodePointSet set = characters.set();
    if (set.isEmpty()) {
      return "";
    }
    return Character.toString(
        PLAIN_CHARACTERS.chars().filter(set::contains).findFirst().orElse(set.first()));
  }

  @Override
  public String visitSequence(RegexNode.Sequence sequence) {
    return sequence.parts().stream().map(part -> part.accept(this)).collect(Collectors.joining());
  }

  @Override
  public String visitAlternation(RegexNode.Alternation alternation) {
    return alternation.alternatives().get(0).accept(this);
  }

  @Override
  public String visitRepetition(RegexNode.Repetition repetition) {
    return repetition.body().accept(this).repeat(repetition.minimum());
  }

  @Override
  public String visitGroup(RegexNode.Group group) {
    return group.number() == 1 && firstGroup.isPresent()
        ? firstGroup.get()
        : group.body().accept(this);
  }

  @Override
  public String visitBoundary(RegexNode.Boundary boundary) {
    return "";
  }

  @Override
  public String visitLookaround(RegexNode.Lookaround lookaround) {
    return "";
  }
}
