package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.rule.RuleForm;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.JsonType;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates {@code x-constraints}: bounds on products and quotients of numbers are rules; bounds
 * on media themselves, which no request shows, are noted with their parameters.
 */
final class MeasureTranslator {
  private static final Set<String> RULES = Set.of("area", "ratio");

  private final ObjectNode request;
  private final FindingCollector findings;

  MeasureTranslator(ObjectNode request, FindingCollector findings) {
    this.request = request;
    this.findings = findings;
  }

  /** The rule that a constraint is; empty where it is about media. */
  Optional<RuleForm> translate(SchemaNode constraint) {
    String operation = constraint.text("operation").orElse("");
    List<ParameterPath> operands;
    try {
      operands = constraint.texts("parameters").stream().map(ParameterPath::parse).toList();
    } catch (IllegalArgumentException invalid) {
      operands = List.of();
    }
    ParameterTree parameters = new ParameterTree(request);
    ObjectNode bounds = JsonNodeFactory.instance.objectNode();
    for (String bound : List.of("minimum", "maximum")) {
      constraint
          .get(bound)
          .map(SchemaNode::value)
          .filter(JsonNode::isNumber)
          .ifPresent(value -> bounds.set(bound, value));
    }
    if (operands.isEmpty() || bounds.isEmpty() || !operands.stream().allMatch(parameters::exists)) {
      findings.add(
          Kind.NOT_IMPORTED,
          constraint.location(),
          "the constraint names no parameters that there are, or no bounds; it is left out");
      return Optional.empty();
    }
    boolean areNumbers =
        operands.stream()
            .allMatch(
                path ->
                    Set.of(JsonType.INTEGER, JsonType.NUMBER).containsAll(parameters.types(path)));
    if (areNumbers && operands.size() == 2 && RULES.contains(operation)) {
      return Optional.of(new RuleForm.Measure(operation, operands, bounds));
    }
    measured(operation, operands, bounds, constraint, parameters);
    return Optional.empty();
  }

  private void measured(
      String operation,
      List<ParameterPath> operands,
      ObjectNode bounds,
      SchemaNode constraint,
      ParameterTree parameters) {
    boolean each = constraint.text("scope").orElse("").equals("each");
    boolean isSingle =
        operands.size() == 1 && !parameters.types(operands.get(0)).contains(JsonType.ARRAY);
    String measure = each || isSingle ? operation : operation + "Together";
    for (ParameterPath path : operands) {
      for (JsonNode shape : parameters.shapes(path)) {
        ((ObjectNode) shape).withObject("measured").set(measure, bounds);
      }
    }
    findings.add(
        Kind.NOTE,
        constraint.location(),
        "`"
            + operation
            + "` of "
            + operands
            + " is a limit on the media, which no request shows; it is kept under `measured`");
  }
}
