package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands sentences of descriptions that relate their parameter to another: that two exclude
 * each other, that one is only for a value of the other, that one needs the other. Descriptions are
 * no language, so what comes of it is a guess, and is proposed as such. A form is only tried where
 * the names in it are parameters, and the values among those that a parameter has.
 */
final class DescriptionSentence {
  private static final String NAME = DescriptionWords.NAME;
  private static final String VALUES = DescriptionWords.VALUES;
  private static final String USED = DescriptionWords.USED;
  private static final String PROVIDED = DescriptionWords.PROVIDED;
  private static final String IS = DescriptionWords.IS;

  private final DescriptionWords words;
  private final ParameterPath own;
  private final Map<Pattern, Function<MatchResult, Optional<Condition>>> forms =
      new LinkedHashMap<>();

  /** For the description of a parameter. */
  DescriptionSentence(DescriptionWords words) {
    this.words = words;
    this.own = words.own();
    form(
        NAME
            + "(?: and| or|,) "
            + NAME
            + " (?:cannot|can't|can not|must not|may not) be (?:both )?"
            + USED
            + "(?: together| at the same time| simultaneously)?\\b.*",
        m -> both(m.group(1), m.group(2), DescriptionSentence::exclude));
    form(
        "(?:.*\\b)?(?:cannot|can't|can not|must not|may not|should not) be "
            + USED
            + "(?: together| at the same time)? (?:with|as|alongside) "
            + DescriptionWords.NAMES
            + "[.!]?",
        m -> words.names(m.group(1)).map(this::excludesAll));
    form(
        "(?:.*\\b)?(?:cannot|can't|can not|must not|may not|should not) be "
            + USED
            + "(?: together| at the same time| simultaneously)? (?:with|as|alongside) "
            + NAME
            + "\\b.*",
        m -> words.name(m.group(1)).map(other -> exclude(own, other)));
    form(
        "(?:.*\\b)?mutually exclusive (?:with|to) " + NAME + "\\b.*",
        m -> words.name(m.group(1)).map(other -> exclude(own, other)));
    form(
        "(?:.*\\b)?either "
            + NAME
            + " or "
            + NAME
            + ",? (?:must be|is required|has to be|but not both).*",
        m -> both(m.group(1), m.group(2), DescriptionSentence::exactlyOne));
    form(
        "(?:.*\\b)?" + NAME + " or " + NAME + ",? but not both\\b.*",
        m -> both(m.group(1), m.group(2), DescriptionSentence::exclude));
    form(onlyWhen(NAME + IS + VALUES), m -> words.hasValue(m).map(this::needs));
    form(
        onlyWhen(NAME + " is not (?:" + PROVIDED + ")"),
        m -> words.name(m.group(1)).map(other -> exclude(own, other)));
    form(
        onlyWhen(NAME + " is " + PROVIDED),
        m -> words.name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + " is not " + PROVIDED + "\\b.*",
        m ->
            words
                .name(m.group(1))
                .map(
                    other ->
                        new Condition.Any(
                            List.of(
                                DescriptionWords.provided(other),
                                DescriptionWords.provided(own)))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + " is " + PROVIDED + "\\b.*",
        m ->
            words
                .name(m.group(1))
                .map(
                    other ->
                        new Condition.Implies(
                            DescriptionWords.provided(other), DescriptionWords.provided(own))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + IS + VALUES + "(?![\\w-]).*",
        m ->
            words
                .hasValue(m)
                .map(when -> new Condition.Implies(when, DescriptionWords.provided(own))));
    form(
        "(?:.*\\b)?must be " + USED + " (?:together )?with " + NAME + "\\b.*",
        m -> words.name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
    form(
        "(?:this parameter |this |it )?requires " + NAME + "(?: to be " + PROVIDED + ")?[.!]?",
        m -> words.name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
  }

  /** What a sentence demands; empty when it is of no known form, or names no other parameter. */
  Optional<Condition> demand(String sentence) {
    for (Map.Entry<Pattern, Function<MatchResult, Optional<Condition>>> form : forms.entrySet()) {
      Matcher matcher = form.getKey().matcher(sentence);
      if (matcher.matches()) {
        Optional<Condition> demand = form.getValue().apply(matcher.toMatchResult());
        if (demand.isPresent()) {
          return demand;
        }
      }
    }
    return Optional.empty();
  }

  private void form(String regex, Function<MatchResult, Optional<Condition>> meaning) {
    forms.put(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), meaning);
  }

  private static String onlyWhen(String condition) {
    return "(?:.*\\b)?only (?:\\w+ |be used |to be used ){0,2}(?:when|if|with) (?:the )?"
        + condition
        + "(?![\\w-]).*";
  }

  private Optional<Condition> both(String one, String other, BinaryOperator<Condition> relation) {
    return words
        .nameOrOwn(one)
        .flatMap(
            first ->
                words
                    .nameOrOwn(other)
                    .filter(second -> !second.equals(first))
                    .map(
                        second ->
                            relation.apply(
                                DescriptionWords.provided(first),
                                DescriptionWords.provided(second))));
  }

  private static Condition exclude(Condition one, Condition other) {
    return new Condition.Not(new Condition.All(List.of(one, other)));
  }

  private static Condition exactlyOne(Condition one, Condition other) {
    return new Condition.ExactlyOne(List.of(one, other));
  }

  private static Condition exclude(ParameterPath one, ParameterPath other) {
    return exclude(DescriptionWords.provided(one), DescriptionWords.provided(other));
  }

  private Condition excludesAll(List<ParameterPath> others) {
    if (others.size() == 1) {
      return exclude(own, others.get(0));
    }
    List<Condition> any = others.stream().map(DescriptionWords::provided).toList();
    return needs(new Condition.Not(ConditionSimplifier.any(any)));
  }

  private Condition needs(Condition condition) {
    return new Condition.Implies(DescriptionWords.provided(own), condition);
  }
}
