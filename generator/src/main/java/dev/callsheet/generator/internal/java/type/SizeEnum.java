package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.naming.UniqueNames;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.logic.RuleBody;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
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
 * @param isExhaustive whether no other size is ever valid
 */
public record SizeEnum(
    ClassName name,
    RecordProperty width,
    RecordProperty height,
    List<SizeConstant> constants,
    boolean isExhaustive) {
  private static final ParameterPath WIDTH = ParameterPath.parse("width");
  private static final ParameterPath HEIGHT = ParameterPath.parse("height");

  /** One size in pixels, with the label it is published under, which may be empty. */
  public record SizeConstant(String name, String label, int width, int height) {}

  /** The rows that a spec's rules give, by their values; empty when none does. */
  static Map<List<Integer>, String> labelsBySize(ModelSpec spec) {
    Map<List<Integer>, String> labels = new LinkedHashMap<>();
    for (Rule rule : spec.rules()) {
      if (rule.body() instanceof RuleBody.Combinations body
          && isWidthAndHeight(rule, body.parameters())) {
        body.rows().forEach(row -> add(row.values(), row.label(), labels));
      } else if (rule.body() instanceof RuleBody.Table body
          && isWidthAndHeight(rule, body.parameters())) {
        body.rows().forEach(row -> add(row.values(), row.label(), labels));
      }
    }
    return labels;
  }

  /** Whether a rule allows no other sizes than those it lists, whatever else a request has. */
  static boolean coversAllSizes(ModelSpec spec) {
    return spec.rules().stream()
        .anyMatch(
            rule ->
                rule.severity() == Severity.ERROR
                    && rule.body() instanceof RuleBody.Combinations body
                    && isWidthAndHeight(rule, body.parameters())
                    && body.condition() == null);
  }

  /** Names the rows by their labels, or by their pixels where a label is missing or not unique. */
  static List<SizeConstant> constantsFor(Map<List<Integer>, String> labels) {
    UniqueNames scope = new UniqueNames();
    List<SizeConstant> rows = new ArrayList<>();
    labels.forEach(
        (pixels, label) -> {
          String extent = pixels.get(0) + "x" + pixels.get(1);
          String plain = Identifiers.constantName(extent, "Size");
          String name =
              label.isBlank()
                  ? scope.allocate(plain)
                  : scope.allocate(
                      Identifiers.constantName(label, "Size"),
                      Identifiers.constantName(label + " " + extent, "Size"),
                      plain);
          rows.add(new SizeConstant(name, label, pixels.get(0), pixels.get(1)));
        });
    return rows;
  }

  private static boolean isWidthAndHeight(Rule rule, List<ParameterPath> of) {
    return rule.scope().isRoot() && of.equals(List.of(WIDTH, HEIGHT));
  }

  private static void add(List<JsonNode> values, String label, Map<List<Integer>, String> labels) {
    if (values.stream().allMatch(value -> value.isIntegralNumber() && value.canConvertToInt())) {
      labels.putIfAbsent(values.stream().map(JsonNode::intValue).toList(), label);
    }
  }
}
