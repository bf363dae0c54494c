package dev.callsheet.spec.parser;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SpellingSuggestion;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rows of a spec's rules by their labels, so that a condition can name rows instead of
 * repeating their values. A row that cannot be read is left out; it is reported with its rule.
 */
final class RowLabels {
  /** More labels than this are not listed. */
  private static final int MAX_LISTED = 12;

  private final Map<String, LabelledRows> byRule = new LinkedHashMap<>();

  private RowLabels() {}

  /**
   * Rows of one rule.
   *
   * @param scope what the paths are relative to
   */
  private record LabelledRows(
      ParameterPath scope, List<ParameterPath> parameters, List<RuleBody.CombinationRow> rows) {}

  /** The rows of these rules. */
  static RowLabels of(List<YamlNode> rules) {
    RowLabels labels = new RowLabels();
    labels.add(rules, ParameterPath.ROOT);
    return labels;
  }

  /** Whether a rule of that id lists rows. */
  boolean hasRows(String rule) {
    return byRule.containsKey(rule);
  }

  /**
   * That the values are those of a row whose label matches.
   *
   * @param label in which {@code *} stands for any text
   * @param scope of the condition
   */
  Formula condition(
      String rule,
      String label,
      SourceLocation location,
      ParameterPath scope,
      ProblemCollector problems) {
    LabelledRows known = byRule.get(rule);
    if (known == null) {
      return new Formula.All(List.of());
    }
    if (!known.scope().equals(scope)) {
      problems.report(
          location,
          "the rows of `"
              + rule
              + "` are for "
              + displayScope(known.scope())
              + ", not for "
              + displayScope(scope));
    }
    Pattern pattern =
        Pattern.compile(
            Stream.of(label.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
            Pattern.DOTALL);
    List<Formula> matching =
        known.rows().stream()
            .filter(row -> pattern.matcher(row.label()).matches())
            .map(row -> RuleBody.valuesEqual(known.parameters(), row.values()))
            .toList();
    if (matching.isEmpty() && !problems.hasProblemAt(location)) {
      List<String> labels =
          known.rows().stream().map(RuleBody.CombinationRow::label).distinct().toList();
      problems.report(
          location,
          "no row of the rule `" + rule + "` has the label `" + label + "`" + hint(label, labels));
    }
    return matching.size() == 1 ? matching.get(0) : new Formula.Any(matching);
  }

  /** Reports a name with the label of a row that is no rule's with rows. */
  void reportUnknownRule(String name, SourceLocation location, ProblemCollector problems) {
    problems.report(
        location,
        "there is no parameter `"
            + name
            + "` and no rule of that id that lists rows"
            + SpellingSuggestion.hint(name, byRule.keySet()));
  }

  private static String hint(String label, List<String> known) {
    String near = SpellingSuggestion.hint(label, known);
    return near.isEmpty() && known.size() <= MAX_LISTED
        ? "; it has "
            + known.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "))
        : near;
  }

  private static String displayScope(ParameterPath scope) {
    return scope.isRoot() ? "the request" : "`" + scope + "`";
  }

  private void add(List<YamlNode> rules, ParameterPath scope) {
    for (YamlNode node : rules) {
      if (node instanceof YamlNode.Mapping rule) {
        rule.text("each")
            .flatMap(RowLabels::path)
            .ifPresent(list -> add(rule.items("rules"), scope.resolve(list).eachItem()));
        Stream.of("combinations", "table")
            .flatMap(kind -> rule.mapping(kind).stream())
            .forEach(body -> add(rule.text("id").orElse(""), body, scope));
      }
    }
  }

  private void add(String rule, YamlNode.Mapping body, ParameterPath scope) {
    List<ParameterPath> parameters =
        body.texts("of").stream().flatMap(text -> path(text).stream()).toList();
    List<RuleBody.CombinationRow> rows = new ArrayList<>();
    for (YamlNode node : body.items("rows")) {
      if (node instanceof YamlNode.Mapping row) {
        List<JsonNode> values = row.items("values").stream().map(YamlNode::json).toList();
        if (values.size() == parameters.size()) {
          rows.add(new RuleBody.CombinationRow(row.text("label").orElse(""), values));
        }
      }
    }
    byRule.putIfAbsent(rule, new LabelledRows(scope, parameters, rows));
  }

  private static Optional<ParameterPath> path(String text) {
    try {
      return Optional.of(ParameterPath.parse(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
