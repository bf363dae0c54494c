package dev.callsheet.spec.read;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Fragment;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.RuleBody;
import dev.callsheet.spec.source.Location;
import dev.callsheet.spec.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads rules that list combinations of values. */
final class RowsReader {
  private final Problems problems;
  private final PathReader paths;
  private final ConditionReader conditions;

  RowsReader(Problems problems) {
    this.problems = problems;
    this.paths = new PathReader(problems);
    this.conditions = new ConditionReader(problems);
  }

  RuleBody combinations(Node body, @Nullable Formula condition, Scope scope) {
    List<Path> of = of(body, scope);
    List<RuleBody.Row> rows = new ArrayList<>();
    checkTwice(rows(body));
    for (Node.Mapping row : rows(body)) {
      rows.add(new RuleBody.Row(label(row), values(row, of, scope)));
    }
    return new RuleBody.Combinations(condition, of, List.copyOf(rows));
  }

  RuleBody table(Node body, Scope scope) {
    List<Path> of = of(body, scope);
    List<RuleBody.TableRow> rows = new ArrayList<>();
    checkTwice(rows(body));
    for (Node.Mapping row : rows(body)) {
      rows.add(new RuleBody.TableRow(label(row), values(row, of, scope), constraints(row, scope)));
    }
    Map<Path, Fragment> other =
        body.asMapping()
            .flatMap(mapping -> mapping.mapping("other"))
            .map(mapping -> constraints(mapping, scope))
            .orElse(Map.of());
    return new RuleBody.Table(of, List.copyOf(rows), other);
  }

  private List<Path> of(Node body, Scope scope) {
    return body.asMapping()
        .map(mapping -> paths.each(mapping.items("of"), scope))
        .orElse(List.of());
  }

  private static List<Node.Mapping> rows(Node body) {
    return body.asMapping().map(mapping -> mapping.items("rows")).orElse(List.of()).stream()
        .flatMap(row -> row.asMapping().stream())
        .toList();
  }

  private void checkTwice(List<Node.Mapping> rows) {
    Map<List<JsonNode>, Location> known = new HashMap<>();
    for (Node.Mapping row : rows) {
      List<JsonNode> values = row.items("values").stream().map(Node::json).toList();
      Location first = known.putIfAbsent(values, row.location());
      if (first != null && !values.isEmpty()) {
        problems.report(
            row.location(), "these values have a row already; the first is at " + first);
      }
    }
  }

  private static String label(Node.Mapping row) {
    return row.text("label").orElse("");
  }

  private Map<Path, Fragment> constraints(Node.Mapping owner, Scope scope) {
    return owner.get("constrain").map(node -> conditions.constraints(node, scope)).orElse(Map.of());
  }

  private List<JsonNode> values(Node.Mapping row, List<Path> of, Scope scope) {
    List<Node> values = row.items("values");
    if (!values.isEmpty() && !of.isEmpty() && values.size() != of.size()) {
      problems.report(
          row.get("values").orElse(row).location(),
          "this row has "
              + counted(values.size(), "value")
              + " for "
              + counted(of.size(), "parameter"));
    }
    for (int i = 0; i < Math.min(values.size(), of.size()); i++) {
      Node value = values.get(i);
      Path path = of.get(i);
      Fit.complaint(value.json(), scope.shapes(path))
          .ifPresent(complaint -> problems.report(value.location(), "`" + path + "` " + complaint));
    }
    return values.stream().map(Node::json).toList();
  }

  private static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
