package dev.callsheet.spec.parser;

import dev.callsheet.runtime.internal.messages.CountText;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.SchemaFragment;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses the rule forms {@code combinations} and {@code table}. */
final class TableRuleParser {
  private final ProblemCollector problems;
  private final ParameterPathParser paths;
  private final ConditionParser conditions;

  TableRuleParser(ProblemCollector problems) {
    this.problems = problems;
    this.paths = new ParameterPathParser(problems);
    this.conditions = new ConditionParser(problems);
  }

  RuleBody parseCombinations(YamlNode body, @Nullable Formula condition, PathScope scope) {
    List<ParameterPath> of = parameters(body, scope);
    List<RuleBody.CombinationRow> rows = new ArrayList<>();
    checkDuplicates(rows(body));
    for (YamlNode.Mapping row : rows(body)) {
      rows.add(new RuleBody.CombinationRow(label(row), values(row, of, scope)));
    }
    return new RuleBody.Combinations(condition, of, List.copyOf(rows));
  }

  RuleBody parseTable(YamlNode body, PathScope scope) {
    List<ParameterPath> of = parameters(body, scope);
    List<RuleBody.TableRow> rows = new ArrayList<>();
    checkDuplicates(rows(body));
    for (YamlNode.Mapping row : rows(body)) {
      rows.add(new RuleBody.TableRow(label(row), values(row, of, scope), constraints(row, scope)));
    }
    Map<ParameterPath, SchemaFragment> other =
        body.asMapping()
            .flatMap(mapping -> mapping.mapping("other"))
            .map(mapping -> constraints(mapping, scope))
            .orElse(Map.of());
    return new RuleBody.Table(of, List.copyOf(rows), other);
  }

  private List<ParameterPath> parameters(YamlNode body, PathScope scope) {
    return body.asMapping()
        .map(mapping -> paths.parseEachSingle(mapping.items("of"), scope))
        .orElse(List.of());
  }

  private static List<YamlNode.Mapping> rows(YamlNode body) {
    return body.asMapping().map(mapping -> mapping.items("rows")).orElse(List.of()).stream()
        .flatMap(row -> row.asMapping().stream())
        .toList();
  }

  private void checkDuplicates(List<YamlNode.Mapping> rows) {
    Map<List<JsonNode>, SourceLocation> known = new HashMap<>();
    for (YamlNode.Mapping row : rows) {
      List<JsonNode> values = row.items("values").stream().map(YamlNode::json).toList();
      SourceLocation first = known.putIfAbsent(values, row.location());
      if (first != null && !values.isEmpty()) {
        problems.report(
            row.location(), "these values have a row already; the first is at " + first);
      }
    }
  }

  private static String label(YamlNode.Mapping row) {
    return row.text("label").orElse("");
  }

  private Map<ParameterPath, SchemaFragment> constraints(YamlNode.Mapping owner, PathScope scope) {
    return owner
        .get("constrain")
        .map(node -> conditions.parseConstraints(node, scope))
        .orElse(Map.of());
  }

  private List<JsonNode> values(YamlNode.Mapping row, List<ParameterPath> of, PathScope scope) {
    List<YamlNode> values = row.items("values");
    if (!values.isEmpty() && !of.isEmpty() && values.size() != of.size()) {
      problems.report(
          row.get("values").orElse(row).location(),
          "this row has "
              + CountText.of(values.size(), "value")
              + " for "
              + CountText.of(of.size(), "parameter"));
    }
    for (int i = 0; i < Math.min(values.size(), of.size()); i++) {
      YamlNode value = values.get(i);
      ParameterPath path = of.get(i);
      ShapeCompatibility.mismatchMessage(value.json(), scope.shapes(path))
          .ifPresent(mismatch -> problems.report(value.location(), "`" + path + "` " + mismatch));
    }
    return values.stream().map(YamlNode::json).toList();
  }
}
