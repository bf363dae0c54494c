package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for rules, and for what a platform ignores, in the descriptions of a request's parameters.
 * What the description of a member of a list's items says is about each item.
 */
public final class DescriptionReader {
  /** Longer descriptions, and longer sentences, are not looked through. */
  private static final int MAX_DESCRIPTION = 4_000;

  private static final int MAX_SENTENCE = 300;

  /** Where a sentence ends: not after a number, nor in an abbreviation such as "e.g.". */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[a-z`'\"\\])][.!?;])\\s+(?=[A-Z`'\"*-])|\\n+");

  private final ParameterTree request;
  private final List<DescribedRule> rules = new ArrayList<>();
  private final List<IgnoredParameters> ignored = new ArrayList<>();
  private final List<Sentence> notUnderstood = new ArrayList<>();

  private DescriptionReader(ParameterTree request) {
    this.request = request;
  }

  /** A sentence and the place of the parameter that it describes. */
  public record Sentence(String text, SourceLocation location) {}

  /**
   * What descriptions say.
   *
   * @param rules in the order of the file
   * @param ignored likewise
   * @param notUnderstood sentences that say of something that it is ignored, and not of what or
   *     when
   */
  public record Statements(
      List<DescribedRule> rules, List<IgnoredParameters> ignored, List<Sentence> notUnderstood) {}

  /**
   * What the descriptions of parameters say.
   *
   * @param request the parameters that there are
   */
  public static Statements read(List<Description> descriptions, ParameterTree request) {
    DescriptionReader reader = new DescriptionReader(request);
    descriptions.forEach(reader::read);
    return new Statements(
        List.copyOf(reader.rules), List.copyOf(reader.ignored), List.copyOf(reader.notUnderstood));
  }

  private void read(Description description) {
    ParameterPath path = description.path();
    if (description.text().length() > MAX_DESCRIPTION || !request.exists(path)) {
      return;
    }
    boolean inItems = path.leadsThroughLists();
    ParameterPath scope = inItems ? path.beforeLastList().eachItem() : ParameterPath.ROOT;
    ParameterPath own = inItems ? path.afterLastList() : path;
    Optional<ParameterTree> around = inItems ? request.item(scope) : Optional.of(request);
    around.ifPresent(tree -> read(description, scope, new DescriptionWords(tree, own)));
  }

  private void read(Description description, ParameterPath scope, DescriptionWords words) {
    DescriptionSentence ofRules = new DescriptionSentence(words);
    IgnoringSentence ofIgnoring = new IgnoringSentence(words);
    SourceLocation location = description.location();
    for (String sentence : SENTENCE_END.split(description.text(), -1)) {
      String text = sentence.strip();
      if (text.length() > MAX_SENTENCE) {
        continue;
      }
      Optional<IgnoringSentence.Ignored> said = ofIgnoring.parse(text);
      if (said.isPresent()) {
        IgnoringSentence.Ignored what = said.get();
        ignored.add(new IgnoredParameters(scope, what.parameters(), what.when(), text, location));
      } else if (IgnoringSentence.isMention(text)) {
        notUnderstood.add(new Sentence(text, location));
      }
      ofRules
          .demand(text)
          .ifPresent(demand -> rules.add(new DescribedRule(scope, demand, text, location)));
    }
  }
}
