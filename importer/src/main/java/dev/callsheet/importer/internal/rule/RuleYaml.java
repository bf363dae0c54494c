package dev.callsheet.importer.internal.rule;

import dev.callsheet.importer.internal.condition.Condition;
import dev.callsheet.importer.internal.condition.ConditionYaml;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of rules, as the spec language writes them. */
final class RuleYaml implements RuleForm.Visitor<ObjectNode> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  RuleYaml() {}

  @Override
  public ObjectNode visitTogether(RuleForm.Together form) {
    return entry("allOrNone", paths(form.parameters()));
  }

  @Override
  public ObjectNode visitChoice(RuleForm.Choice form) {
    ObjectNode body = when(form.when());
    body.set(form.count().keyword(), ConditionYaml.listOf(form.alternatives()));
    return body;
  }

  @Override
  public ObjectNode visitRequirement(RuleForm.Requirement form) {
    ObjectNode body = when(form.when());
    ArrayNode required = ConditionYaml.listOf(form.required());
    body.set("require", required.size() == 1 ? required.get(0) : required);
    return body;
  }

  @Override
  public ObjectNode visitProhibition(RuleForm.Prohibition form) {
    ObjectNode body = when(form.when());
    body.set("forbid", paths(form.forbidden()));
    return body;
  }

  @Override
  public ObjectNode visitConstraint(RuleForm.Constraint form) {
    ObjectNode body = when(form.when());
    ObjectNode constrained = NODES.objectNode();
    form.fragments().forEach((path, fragment) -> constrained.set(path.toString(), fragment));
    body.set("constrain", constrained);
    return body;
  }

  @Override
  public ObjectNode visitCombinations(RuleForm.Combinations form) {
    ArrayNode rows = NODES.arrayNode();
    for (Condition.Row row : form.rows().rows()) {
      ObjectNode written = NODES.objectNode();
      if (!row.label().isEmpty()) {
        written.put("label", row.label());
      }
      ArrayNode values = NODES.arrayNode();
      row.values().forEach(values::add);
      written.set("values", values);
      rows.add(written);
    }
    ObjectNode combinations = entry("of", paths(form.rows().parameters()));
    combinations.set("rows", rows);
    ObjectNode body = when(form.when());
    body.set("combinations", combinations);
    return body;
  }

  @Override
  public ObjectNode visitMeasure(RuleForm.Measure form) {
    ObjectNode measure = entry(form.kind(), paths(form.operands()));
    measure.setAll(form.bounds());
    return entry("measure", measure);
  }

  private static ObjectNode when(Condition condition) {
    ObjectNode body = NODES.objectNode();
    if (!condition.equals(Condition.TRUE)) {
      body.set("when", ConditionYaml.of(condition));
    }
    return body;
  }

  private static ObjectNode entry(String key, JsonNode value) {
    ObjectNode mapping = NODES.objectNode();
    mapping.set(key, value);
    return mapping;
  }

  private static ArrayNode paths(List<ParameterPath> paths) {
    ArrayNode list = NODES.arrayNode();
    paths.forEach(path -> list.add(path.toString()));
    return list;
  }
}
