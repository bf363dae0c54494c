package dev.callsheet.generator.page;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.logic.RuleBodyVisitor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The table that a rule lists; none for most rules. */
record TableOfRule(String rule) implements RuleBodyVisitor<List<ValueTable>> {
  @Override
  public List<ValueTable> visitCombinations(RuleBody.Combinations body) {
    return table(
        body.parameters(),
        true,
        body.rows().stream().map(row -> row(row.label(), row.values(), "")).toList());
  }

  @Override
  public List<ValueTable> visitTable(RuleBody.Table body) {
    List<ValueTable.Row> rows = new ArrayList<>();
    body.rows()
        .forEach(
            row ->
                rows.add(row(row.label(), row.values(), RuleText.constraints(row.constraints()))));
    if (!body.otherwise().isEmpty()) {
      rows.add(
          new ValueTable.Row(
              "all others",
              body.parameters().stream().map(any -> "any other").toList(),
              Prose.of(RuleText.constraints(body.otherwise()))));
    }
    return table(body.parameters(), false, rows);
  }

  @Override
  public List<ValueTable> visitExactlyOneOf(RuleBody.ExactlyOneOf body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitAtLeastOneOf(RuleBody.AtLeastOneOf body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitAtMostOneOf(RuleBody.AtMostOneOf body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitAllOrNone(RuleBody.AllOrNone body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitConditional(RuleBody.Conditional body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitSum(RuleBody.Sum body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitBoundedSum(RuleBody.BoundedSum body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitMeasure(RuleBody.Measure body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitItemsTogether(RuleBody.ItemsTogether body) {
    return List.of();
  }

  @Override
  public List<ValueTable> visitPlaceholderReferences(RuleBody.PlaceholderReferences body) {
    return List.of();
  }

  private List<ValueTable> table(
      List<ParameterPath> parameters, boolean exhaustive, List<ValueTable.Row> rows) {
    return List.of(new ValueTable(rule, parameters, exhaustive, rows));
  }

  private static ValueTable.Row row(String label, List<JsonNode> values, String consequence) {
    return new ValueTable.Row(
        label, values.stream().map(JsonText::plain).toList(), Prose.of(consequence));
  }
}
