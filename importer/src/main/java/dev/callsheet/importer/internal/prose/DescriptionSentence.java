package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands sentences of descriptions that relate their parameter to another: that two exclude
 * each other, that one is only for a value of the other, that one needs the other. Descriptions are
 * no language, so what comes of it is a guess, and is proposed as such. A form is only tried where
 * the names in it are parameters, and the values among those that a parameter has.
 */
final class DescriptionSentence {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String QUOTE = "[`'\"*]{0,2}";

  /** A parameter, as it is called or in two words. */
  private static final String NAME =
      QUOTE + "([A-Za-z_]\\w*(?:\\.\\w+)*(?: [A-Za-z_]\\w*)?)" + QUOTE;

  private static final String VALUE = QUOTE + "[\\w.:/-]*\\w" + QUOTE;
  private static final String VALUES = "(" + VALUE + "(?:(?:, or |, | or )" + VALUE + ")*)";
  private static final String USED =
      "(?:used|combined|mixed|provided|specified|set|passed|given|supplied)";
  private static final String PROVIDED = "(?:" + USED + "|present|not empty|enabled)(?! to\\b)";
  private static final String IS = "(?: is set to | is | equals | set to |\\s*==?\\s*)";

  private final ParameterTree parameters;
  private final ParameterPath own;
  private final Map<Pattern, Function<MatchResult, Optional<Condition>>> forms =
      new LinkedHashMap<>();

  /**
   * For the description of a parameter.
   *
   * @param own the parameter, which its description often leaves unnamed
   */
  DescriptionSentence(ParameterTree parameters, ParameterPath own) {
    this.parameters = parameters;
    this.own = own;
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
            + "(?: together| at the same time| simultaneously)? (?:with|as|alongside) "
            + NAME
            + "\\b.*",
        m -> name(m.group(1)).map(other -> exclude(own, other)));
    form(
        "(?:.*\\b)?mutually exclusive (?:with|to) " + NAME + "\\b.*",
        m -> name(m.group(1)).map(other -> exclude(own, other)));
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
    form(onlyWhen(NAME + IS + VALUES), m -> hasValue(m).map(this::needs));
    form(
        onlyWhen(NAME + " is not (?:" + PROVIDED + ")"),
        m -> name(m.group(1)).map(other -> exclude(own, other)));
    form(
        onlyWhen(NAME + " is " + PROVIDED),
        m -> name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + " is not " + PROVIDED + "\\b.*",
        m ->
            name(m.group(1))
                .map(other -> new Condition.Any(List.of(provided(other), provided(own)))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + " is " + PROVIDED + "\\b.*",
        m -> name(m.group(1)).map(other -> new Condition.Implies(provided(other), provided(own))));
    form(
        "(?:.*\\b)?required (?:if|when) " + NAME + IS + VALUES + "(?![\\w-]).*",
        m -> hasValue(m).map(when -> new Condition.Implies(when, provided(own))));
    form(
        "(?:.*\\b)?must be " + USED + " (?:together )?with " + NAME + "\\b.*",
        m -> name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
    form(
        "(?:this parameter |this |it )?requires " + NAME + "(?: to be " + PROVIDED + ")?[.!]?",
        m -> name(m.group(1)).map(other -> needs(new Condition.Provided(other))));
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
    return name(one)
        .flatMap(
            first ->
                name(other)
                    .filter(second -> !second.equals(first))
                    .map(second -> relation.apply(provided(first), provided(second))));
  }

  private static Condition exclude(Condition one, Condition other) {
    return new Condition.Not(new Condition.All(List.of(one, other)));
  }

  private static Condition exactlyOne(Condition one, Condition other) {
    return new Condition.ExactlyOne(List.of(one, other));
  }

  private static Condition exclude(ParameterPath one, ParameterPath other) {
    return exclude(provided(one), provided(other));
  }

  private Condition needs(Condition condition) {
    return new Condition.Implies(provided(own), condition);
  }

  private static Condition provided(ParameterPath path) {
    return new Condition.Provided(path);
  }

  /** Another parameter of that name: a sibling of this one, or else one of the task. */
  private Optional<ParameterPath> name(String words) {
    List<ParameterPath> candidates = new ArrayList<>();
    for (String word : List.of(words, words.replace(' ', '_'), words.replaceFirst(".* ", ""))) {
      if (word.matches("[A-Za-z_]\\w*(\\.\\w+)*")) {
        candidates.add(own.parent().resolve(ParameterPath.parse(word)));
        candidates.add(ParameterPath.parse(word));
      }
    }
    return candidates.stream()
        .filter(path -> !path.equals(own) && !path.leadsThroughLists() && parameters.exists(path))
        .findFirst();
  }

  /** That a parameter has one of some values, as it has where it is left out by its default. */
  private Optional<Condition> hasValue(MatchResult match) {
    return name(match.group(1)).flatMap(path -> hasValue(path, match.group(2)));
  }

  private Optional<Condition> hasValue(ParameterPath path, String words) {
    List<String> listed = List.of(words.replaceAll("[`'\"*]", "").split(", or |, | or ", -1));
    List<JsonNode> values = listed.stream().flatMap(word -> value(path, word).stream()).toList();
    if (values.size() < listed.size()) {
      return Optional.empty();
    }
    ObjectNode fragment = NODES.objectNode();
    if (values.size() == 1) {
      fragment.set("const", values.get(0));
    } else {
      fragment.putArray("enum").addAll(values);
    }
    Condition matches = new Condition.Matches(path, fragment);
    return Optional.of(
        values.stream().anyMatch(value -> isDefault(path, value))
            ? new Condition.Any(List.of(new Condition.Not(provided(path)), matches))
            : matches);
  }

  private boolean isDefault(ParameterPath path, JsonNode value) {
    return parameters.shapes(path).stream().anyMatch(shape -> value.equals(shape.get("default")));
  }

  /** A value as the parameter has it; empty where it has no such value. */
  private Optional<JsonNode> value(ParameterPath path, String word) {
    List<JsonNode> listed =
        parameters.shapes(path).stream()
            .flatMap(shape -> shape.path("enum").valueStream())
            .toList();
    if (!listed.isEmpty()) {
      return listed.stream().filter(value -> value.asString("").equalsIgnoreCase(word)).findFirst();
    }
    Set<JsonType> types = parameters.types(path);
    if (types.contains(JsonType.BOOLEAN) && word.matches("(?i)true|false")) {
      return Optional.of(NODES.booleanNode(Boolean.parseBoolean(word)));
    }
    boolean isNumber = types.contains(JsonType.INTEGER) || types.contains(JsonType.NUMBER);
    return isNumber && word.matches("\\d{1,9}")
        ? Optional.of(NODES.numberNode(new BigDecimal(word).intValueExact()))
        : Optional.empty();
  }
}
