package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionSimplifier;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Understands the sentences in which documentation pages state their rules: some twenty forms with
 * parameters and values in backticks. {@code width/height} and {@code dimensions} stand for the two
 * parameters of a size.
 */
public final class SentenceParser {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Longer than any sentence. */
  private static final int MAX_LENGTH = 2_000;

  private static final String LIST = "(`[^`]+`(?:(?:, and |, or |, | and | or )`[^`]+`)*)";
  private static final String ONE = "`([^`]+)`";
  private static final Pattern NAME = Pattern.compile(ONE);
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*[x\\u00D7]\\s*(\\d{1,9})");
  private static final Set<String> SIZE_NAMES = Set.of("width/height", "dimensions");

  private static final Pattern WHEN_PROVIDED =
      Pattern.compile("When " + LIST + " (is|are) (not )?provided, (.+)\\.");
  private static final Pattern WHEN_VALUE =
      Pattern.compile("When " + ONE + " is " + ONE + ", (.+)\\.");

  private final ParameterTree parameters;
  private final Map<Pattern, Function<MatchResult, Condition>> sentences = new LinkedHashMap<>();
  private final Map<Pattern, Function<MatchResult, Condition>> consequences = new LinkedHashMap<>();

  /** For the rules of a model with these parameters. */
  public SentenceParser(ParameterTree parameters) {
    this.parameters = parameters;
    sentence(LIST + " must be used together(?: \\(in " + ONE + "\\))?\\.", this::together);
    sentence(
        ONE + " cannot be used with " + ONE + "(?: \\(in " + ONE + "\\))?\\.", this::exclusive);
    sentence(
        "Inside " + ONE + ", " + ONE + " cannot be used with " + ONE + "\\.",
        m -> exclude(path(m.group(1), m.group(2)), path(m.group(1), m.group(3))));
    sentence(
        ONE + " and " + ONE + " cannot be used together\\.", m -> exclude(m.group(1), m.group(2)));
    sentence(
        "Provide exactly one of: " + LIST + "\\.",
        m -> new Condition.ExactlyOne(names(m.group(1)).stream().map(this::whole).toList()));
    sentence("Either provide " + ONE + ", or specify " + LIST + "\\.", this::either);
    consequence(LIST + " (?:is|are) required", this::required);
    consequence(LIST + " cannot be used", this::forbidden);
    consequence(ONE + " must be at most `?(\\d+(?:\\.\\d+)?)`?", m -> bound(m, "maximum"));
    consequence(ONE + " must be at least `?(\\d+(?:\\.\\d+)?)`?", m -> bound(m, "minimum"));
    consequence(
        ONE + " must be between `?(\\d+(?:\\.\\d+)?)`? and `?(\\d+(?:\\.\\d+)?)`?", this::between);
    consequence(ONE + " is limited to (\\d{1,9}) items?", m -> bound(m, "maxItems"));
    consequence(ONE + " requires at least (\\d{1,9}) items?", m -> bound(m, "minItems"));
    consequence(ONE + " (?:must be|is limited to) " + LIST, this::limited);
  }

  private void sentence(String regex, Function<MatchResult, Condition> meaning) {
    sentences.put(Pattern.compile(regex), meaning);
  }

  private void consequence(String regex, Function<MatchResult, Condition> meaning) {
    consequences.put(Pattern.compile(regex), meaning);
  }

  /** What a sentence demands; empty when it is of no known form. */
  public Optional<Condition> parse(String sentence) {
    if (sentence.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return parsed(sentence);
    } catch (IllegalArgumentException noPath) {
      return Optional.empty(); // a name in backticks that no parameter has
    }
  }

  private Optional<Condition> parsed(String sentence) {
    Matcher provided = WHEN_PROVIDED.matcher(sentence);
    if (provided.matches()) {
      Condition when = provided(provided.group(1), provided.group(2).equals("are"));
      Condition condition = provided.group(3) == null ? when : new Condition.Not(when);
      return consequence(provided.group(4)).map(then -> new Condition.Implies(condition, then));
    }
    Matcher value = WHEN_VALUE.matcher(sentence);
    if (value.matches()) {
      Condition when = limitedTo(value.group(1), List.of(value.group(2)));
      return consequence(value.group(3)).map(then -> new Condition.Implies(when, then));
    }
    return first(sentences, sentence);
  }

  private static Optional<Condition> first(
      Map<Pattern, Function<MatchResult, Condition>> forms, String text) {
    for (Map.Entry<Pattern, Function<MatchResult, Condition>> form : forms.entrySet()) {
      Matcher matcher = form.getKey().matcher(text);
      if (matcher.matches()) {
        return Optional.of(form.getValue().apply(matcher.toMatchResult()));
      }
    }
    return Optional.empty();
  }

  /** One consequence, or two joined by {@code and}, each with a verb of its own. */
  private Optional<Condition> consequence(String text) {
    Optional<Condition> whole = first(consequences, text);
    for (int and = text.indexOf(" and "); whole.isEmpty() && and >= 0; ) {
      Optional<Condition> left = first(consequences, text.substring(0, and));
      Optional<Condition> right = first(consequences, text.substring(and + 5));
      if (left.isPresent() && right.isPresent()) {
        return Optional.of(new Condition.All(List.of(left.get(), right.get())));
      }
      and = text.indexOf(" and ", and + 1);
    }
    return whole;
  }

  private Condition provided(String list, boolean all) {
    List<Condition> parts =
        names(list).stream().map(name -> all ? whole(name) : some(name)).toList();
    return all ? ConditionSimplifier.all(parts) : ConditionSimplifier.any(parts);
  }

  private Condition together(MatchResult match) {
    String owner = match.group(2);
    List<Condition> members =
        names(match.group(1)).stream()
            .map(name -> some(owner == null ? name : path(owner, name)))
            .toList();
    return new Condition.Implies(
        ConditionSimplifier.any(members), ConditionSimplifier.all(members));
  }

  private Condition exclusive(MatchResult match) {
    String owner = match.group(3);
    return owner == null
        ? exclude(match.group(1), match.group(2))
        : exclude(path(owner, match.group(1)), path(owner, match.group(2)));
  }

  private Condition exclude(String one, String other) {
    return new Condition.Not(new Condition.All(List.of(some(one), some(other))));
  }

  private Condition either(MatchResult match) {
    List<Condition> alternatives = new ArrayList<>(List.of(whole(match.group(1))));
    names(match.group(2)).forEach(name -> alternatives.add(whole(name)));
    return ConditionSimplifier.any(alternatives);
  }

  private Condition required(MatchResult match) {
    List<Condition> parts = names(match.group(1)).stream().map(this::whole).toList();
    return match.group(1).contains(" or ")
        ? ConditionSimplifier.any(parts)
        : ConditionSimplifier.all(parts);
  }

  private Condition forbidden(MatchResult match) {
    return new Condition.Not(
        ConditionSimplifier.any(names(match.group(1)).stream().map(this::some).toList()));
  }

  private Condition bound(MatchResult match, String keyword) {
    ObjectNode fragment = NODES.objectNode();
    fragment.set(keyword, PageNumbers.parse(match.group(2)));
    return whereProvided(match.group(1), fragment);
  }

  private Condition between(MatchResult match) {
    ObjectNode fragment = NODES.objectNode();
    fragment.set("minimum", PageNumbers.parse(match.group(2)));
    fragment.set("maximum", PageNumbers.parse(match.group(3)));
    return whereProvided(match.group(1), fragment);
  }

  private Condition limited(MatchResult match) {
    Condition matches = limitedTo(match.group(1), names(match.group(2)));
    return matches instanceof Condition.Matches found
        ? whereProvided(match.group(1), found.fragment())
        : matches;
  }

  /** That a parameter, or a size, has one of some values. */
  private Condition limitedTo(String name, List<String> values) {
    if (SIZE_NAMES.contains(name)) {
      List<Condition.Row> rows = new ArrayList<>();
      for (String value : values) {
        rows.add(
            new Condition.Row(
                "",
                size(value)
                    .orElseThrow(() -> new IllegalArgumentException(value + " is no size"))));
      }
      return new Condition.Rows(sizeParameters(), rows);
    }
    ParameterPath path = ParameterPath.parse(name);
    ArrayNode list = NODES.arrayNode();
    values.forEach(value -> list.add(typed(value, path)));
    ObjectNode fragment = NODES.objectNode();
    if (list.size() == 1) {
      fragment.set("const", list.get(0));
    } else {
      fragment.set("enum", list);
    }
    return new Condition.Matches(path, fragment);
  }

  private static Condition whereProvided(String name, ObjectNode fragment) {
    return whereProvided(ParameterPath.parse(name), fragment);
  }

  /** That a parameter matches, where it is provided. */
  static Condition whereProvided(ParameterPath path, ObjectNode fragment) {
    return new Condition.Any(
        List.of(
            new Condition.Not(new Condition.Provided(path)),
            new Condition.Matches(path, fragment)));
  }

  /** A value of the type that its parameter has. */
  JsonNode typed(String text, ParameterPath path) {
    Set<JsonType> types = parameters.types(path);
    if (types.contains(JsonType.BOOLEAN) && Set.of("true", "false").contains(text)) {
      return NODES.booleanNode(text.equals("true"));
    }
    boolean isNumber = types.contains(JsonType.INTEGER) || types.contains(JsonType.NUMBER);
    return isNumber && PageNumbers.isNumber(text)
        ? PageNumbers.parse(text)
        : NODES.stringNode(text);
  }

  /** That some part of what a name stands for is provided. */
  private Condition some(String name) {
    return SIZE_NAMES.contains(name)
        ? ConditionSimplifier.any(sizeProvided())
        : new Condition.Provided(ParameterPath.parse(name));
  }

  /** That all of what a name stands for is provided. */
  private Condition whole(String name) {
    return SIZE_NAMES.contains(name)
        ? ConditionSimplifier.all(sizeProvided())
        : new Condition.Provided(ParameterPath.parse(name));
  }

  private static List<Condition> sizeProvided() {
    return sizeParameters().stream().<Condition>map(Condition.Provided::new).toList();
  }

  /** Width and height. */
  static List<ParameterPath> sizeParameters() {
    return List.of(ParameterPath.ROOT.member("width"), ParameterPath.ROOT.member("height"));
  }

  /** Width and height as a page writes them: {@code 1920x1080}. */
  static Optional<List<JsonNode>> size(String text) {
    Matcher size = SIZE.matcher(text.trim());
    return size.matches()
        ? Optional.of(List.of(PageNumbers.parse(size.group(1)), PageNumbers.parse(size.group(2))))
        : Optional.empty();
  }

  private static List<String> names(String list) {
    return NAME.matcher(list).results().map(name -> name.group(1)).toList();
  }

  private static String path(String owner, String member) {
    return owner + "." + member;
  }
}
