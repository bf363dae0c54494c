package dev.callsheet.importer.internal.prose;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of descriptions that stand for parameters and their values: how they look in a
 * sentence, and which parameter or value of a request they mean.
 *
 * @param parameters of the request, or of an item of a list in it
 * @param own the parameter whose description it is, which it often leaves unnamed
 */
record DescriptionWords(ParameterTree parameters, ParameterPath own) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final String QUOTE = "[`'\"*]{0,2}";

  /** A parameter, as it is called or in two words. */
  static final String NAME = QUOTE + "([A-Za-z_]\\w*(?:\\.\\w+)*(?: [A-Za-z_]\\w*)?)" + QUOTE;

  private static final String VALUE = QUOTE + "[\\w.:/-]*\\w" + QUOTE;
  static final String VALUES = "(" + VALUE + "(?:(?:, or |, | or )" + VALUE + ")*)";
  static final String USED = "(?:used|combined|mixed|provided|specified|set|passed|given|supplied)";
  static final String PROVIDED = "(?:" + USED + "|present|not empty|enabled)(?! to\\b)";
  static final String IS = "(?: is set to | is | equals | set to |\\s*==?\\s*)";

  private static final String ONE_OF_NAMES = "`?[A-Za-z_]\\w*(?:\\.\\w+)*`?";

  /** Several parameters, for {@link #names}. */
  static final String NAMES =
      "((?:" + ONE_OF_NAMES + "(?:,? and |, |,? or ))*" + ONE_OF_NAMES + ")";

  private static final Pattern SEPARATOR = Pattern.compile(",? and |, |,? or ");

  static Condition provided(ParameterPath path) {
    return new Condition.Provided(path);
  }

  /** Another parameter of that name: a sibling of this one, or else one of the task. */
  Optional<ParameterPath> name(String words) {
    return nameOrOwn(words).filter(path -> !path.equals(own));
  }

  /** The same, or the parameter itself. */
  Optional<ParameterPath> nameOrOwn(String words) {
    List<ParameterPath> candidates = new ArrayList<>();
    for (String word : List.of(words, words.replace(' ', '_'), words.replaceFirst(".* ", ""))) {
      if (word.matches("[A-Za-z_]\\w*(\\.\\w+)*")) {
        candidates.add(own.parent().resolve(ParameterPath.parse(word)));
        candidates.add(ParameterPath.parse(word));
      }
    }
    return candidates.stream()
        .filter(path -> !path.leadsThroughLists() && parameters.exists(path))
        .findFirst();
  }

  /** Other parameters of these names; empty where one of the names is of none. */
  Optional<List<ParameterPath>> names(String list) {
    List<String> names = List.of(SEPARATOR.split(list.replace("`", ""), -1));
    List<ParameterPath> found = names.stream().flatMap(each -> name(each).stream()).toList();
    return found.size() == names.size() ? Optional.of(found) : Optional.empty();
  }

  /** That a parameter has one of some values, as it has where it is left out by its default. */
  Optional<Condition> hasValue(MatchResult match) {
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
