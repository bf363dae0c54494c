package dev.callsheet.generator.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.java.naming.Identifiers;
import dev.callsheet.generator.java.naming.Scope;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The sizes a model makes, as an enum: every width and height that its rules list together.
 *
 * @param width the property that a size's width goes to
 * @param height the property that its height goes to
 * @param isComplete whether no other size is ever valid
 */
public record Sizes(
    ClassName name, Property width, Property height, List<Row> rows, boolean isComplete) {
  private static final Path WIDTH = Path.parse("width");
  private static final Path HEIGHT = Path.parse("height");

  /** One size in pixels, with the label it is published under, which may be empty. */
  public record Row(String name, String label, int width, int height) {}

  /** The rows that a spec's rules give, by their values; empty when none does. */
  static Map<List<Integer>, String> listed(ModelSpec spec) {
    Map<List<Integer>, String> labels = new LinkedHashMap<>();
    for (Rule rule : spec.rules()) {
      if (rule.body() instanceof RuleBody.Combinations body && isSize(rule, body.of())) {
        body.rows().forEach(row -> add(row.values(), row.label(), labels));
      } else if (rule.body() instanceof RuleBody.Table body && isSize(rule, body.of())) {
        body.rows().forEach(row -> add(row.values(), row.label(), labels));
      }
    }
    return labels;
  }

  /** Whether a rule allows no other sizes than those it lists, whatever else a request has. */
  static boolean areComplete(ModelSpec spec) {
    return spec.rules().stream()
        .anyMatch(
            rule ->
                rule.severity() == Severity.ERROR
                    && rule.body() instanceof RuleBody.Combinations body
                    && isSize(rule, body.of())
                    && body.condition() == null);
  }

  /** Names the rows by their labels, or by their pixels where a label is missing or not unique. */
  static List<Row> named(Map<List<Integer>, String> labels) {
    Scope scope = new Scope();
    List<Row> rows = new ArrayList<>();
    labels.forEach(
        (pixels, label) -> {
          String extent = pixels.get(0) + "x" + pixels.get(1);
          String plain = Identifiers.constant(extent, "Size");
          String name =
              label.isBlank()
                  ? scope.take(plain)
                  : scope.take(
                      Identifiers.constant(label, "Size"),
                      Identifiers.constant(label + " " + extent, "Size"),
                      plain);
          rows.add(new Row(name, label, pixels.get(0), pixels.get(1)));
        });
    return rows;
  }

  private static boolean isSize(Rule rule, List<Path> of) {
    return rule.scope().isRoot() && of.equals(List.of(WIDTH, HEIGHT));
  }

  private static void add(List<JsonNode> values, String label, Map<List<Integer>, String> labels) {
    if (values.stream().allMatch(value -> value.isIntegralNumber() && value.canConvertToInt())) {
      labels.putIfAbsent(values.stream().map(JsonNode::intValue).toList(), label);
    }
  }
}
