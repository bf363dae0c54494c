package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands sentences of descriptions that say what a platform accepts and ignores: the parameter
 * itself under a condition, or always, or others where the parameter is there. As with rules, a
 * form is only tried where the names in it are parameters.
 */
final class IgnoringSentence {
  private static final String NAME = DescriptionWords.NAME;
  private static final String NAMES = DescriptionWords.NAMES;
  private static final String PROVIDED = "(?:" + DescriptionWords.PROVIDED + "|uploaded|supplied)";
  private static final String ARTICLE = "(?:the |an? )?";

  private static final String KIND = "(?: (?:above|below|inputs?|parameters?|settings?|values?))?";
  private static final String THIS = "(?:this(?: \\w+)?|it)";
  private static final String IGNORED = "(?:ignored|unused|not used)";

  /** What says that something is ignored, understood or not. */
  private static final Pattern MENTION =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are|be) (?:" + IGNORED + ")|has no effect)\\b|^\\W*ignored\\b.*",
          Pattern.DOTALL);

  private final DescriptionWords words;
  private final Map<Pattern, Function<MatchResult, Optional<Ignored>>> forms =
      new LinkedHashMap<>();

  /**
   * What a sentence says.
   *
   * @param parameters that are ignored
   * @param when in which requests; null for all
   */
  record Ignored(List<ParameterPath> parameters, @Nullable Condition when) {}

  IgnoringSentence(DescriptionWords words) {
    this.words = words;
    String ownIsIgnored =
        "(?:.*\\()?(?:note:? )?(?:" + THIS + " (?:is|will be) )?(?:" + IGNORED + "|has no effect)";
    form(
        "(?:if|when) (?:"
            + THIS
            + "(?: is)? )?"
            + PROVIDED
            + ", (?:the )?"
            + NAMES
            + KIND
            + " (?:is|are|will be) "
            + IGNORED
            + "\\b.*",
        match -> others(match.group(1)));
    form(
        "(?:.*\\()?(?:the )?"
            + NAMES
            + KIND
            + " (?:is|are|will be) "
            + IGNORED
            + " (?:if|when) "
            + THIS
            + "(?: is)? "
            + PROVIDED
            + "\\b.*",
        match -> others(match.group(1)));
    form("(?:will )?ignores? " + NAMES + "[.,)].*", match -> others(match.group(1)));
    String when = ownIsIgnored + " (?:if|when) " + ARTICLE + NAME;
    for (String verb : List.of(" is ", " ")) {
      form(
          when + verb + "not " + PROVIDED + "\\b.*",
          match -> own(words.name(match.group(1)).map(IgnoringSentence::absent)));
      form(
          when + verb + PROVIDED + "\\b.*",
          match -> own(words.name(match.group(1)).map(DescriptionWords::provided)));
    }
    form(
        when + DescriptionWords.IS + DescriptionWords.VALUES + "(?![\\w-]).*",
        match -> own(words.hasValue(match)));
    form(
        "(?:this (?:parameter|field|option|input) |it )(?:is|will be) (?:always )?"
            + IGNORED
            + "[.!]?",
        match -> Optional.of(new Ignored(List.of(words.own()), null)));
    form(
        "(?:this (?:parameter|field|option|input) |it )?(?:no longer has (?:any|an) effect"
            + "|is no longer (?:used|supported)|has no effect(?: any more)?)[.!]?",
        match -> Optional.of(new Ignored(List.of(words.own()), null)));
  }

  /** What is ignored; empty when the sentence is of no known form, or names no parameter. */
  Optional<Ignored> parse(String sentence) {
    for (Map.Entry<Pattern, Function<MatchResult, Optional<Ignored>>> form : forms.entrySet()) {
      Matcher matcher = form.getKey().matcher(sentence);
      if (matcher.matches()) {
        Optional<Ignored> ignored = form.getValue().apply(matcher.toMatchResult());
        if (ignored.isPresent()) {
          return ignored;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a sentence says that something is ignored, in whatever form. */
  static boolean isMention(String sentence) {
    return MENTION.matcher(sentence).find();
  }

  private void form(String regex, Function<MatchResult, Optional<Ignored>> meaning) {
    forms.put(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), meaning);
  }

  /** This parameter, under a condition. */
  private Optional<Ignored> own(Optional<Condition> when) {
    return when.map(condition -> new Ignored(List.of(words.own()), condition));
  }

  /** Others, where this parameter is provided; all of the names have to be parameters. */
  private Optional<Ignored> others(String names) {
    return words
        .names(names)
        .filter(found -> !words.parameters().isAlwaysProvided(words.own()))
        .map(found -> new Ignored(found, DescriptionWords.provided(words.own())));
  }

  private static Condition absent(ParameterPath path) {
    return new Condition.Not(DescriptionWords.provided(path));
  }
}
