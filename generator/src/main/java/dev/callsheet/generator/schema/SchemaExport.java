package dev.callsheet.generator.schema;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a model's requests: of one task, or of a list of tasks, as request files have them.
 * Every rule of severity error stands under {@code allOf} with its id as title; those that JSON
 * Schema cannot say stand under {@value #NOT_EXPRESSED}, and so does what it cannot say of a single
 * parameter, with the id of the structural rule as title and the parameter's {@value #PATH}.
 */
public final class SchemaExport {
  /** The annotation keyword that lists what the schema does not check. */
  public static final String NOT_EXPRESSED = "x-callsheet-not-expressed";

  /** In such an entry, the parameter that a structural rule is not checked at, if it is one. */
  public static final String PATH = "path";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SchemaExport() {}

  /** The schema of requests that are valid when rules are read in that way. */
  public static ObjectNode of(ModelSpec spec, RuleInterpretation reading) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", spec.metadata().name());
    schema.put("description", spec.metadata().summary());
    schema.set("if", JSON.objectNode().put("type", "array"));
    schema.set("then", JSON.objectNode().set("items", task()));
    schema.set("else", task());
    ArrayNode notExpressed = JSON.arrayNode();
    schema.set("$defs", JSON.objectNode().set("task", task(spec, reading, notExpressed)));
    schema.set(NOT_EXPRESSED, notExpressed);
    return schema;
  }

  /**
   * The schema of one task alone, without the address of a dialect: it says nothing that only
   * 2020-12 knows, so that validators of earlier drafts load it as well.
   */
  public static ObjectNode ofTask(ModelSpec spec, RuleInterpretation reading) {
    ArrayNode notExpressed = JSON.arrayNode();
    ObjectNode schema = JSON.objectNode();
    schema.put("title", spec.metadata().name());
    schema.put("description", spec.metadata().summary());
    schema.setAll(task(spec, reading, notExpressed));
    schema.set(NOT_EXPRESSED, notExpressed);
    return schema;
  }

  /** The schema of one result, without the address of a dialect. */
  public static ObjectNode ofResult(ModelSpec spec) {
    return ShapeSchema.of(spec.response(), JSON.arrayNode());
  }

  private static ObjectNode task() {
    return JSON.objectNode().put("$ref", "#/$defs/task");
  }

  /**
   * The schema of one request.
   *
   * @param notExpressed is given an entry for everything that the schema does not check
   */
  static ObjectNode task(ModelSpec spec, RuleInterpretation reading, ArrayNode notExpressed) {
    ObjectNode task = ShapeSchema.of(spec.request(), notExpressed);
    ArrayNode rules = JSON.arrayNode();
    for (Rule rule : spec.rules()) {
      if (rule.severity() == Severity.ERROR) {
        Optional<ObjectNode> schema = FormulaSchema.of(reading.bindingBody(rule).toFormula());
        schema.ifPresentOrElse(
            demand -> rules.add(titled(rule, FormulaSchema.forAllAt(rule.scope().steps(), demand))),
            () -> notExpressed.add(titleAndDescription(rule)));
      }
    }
    if (!rules.isEmpty()) {
      task.set("allOf", rules);
    }
    return task;
  }

  private static ObjectNode titled(Rule rule, ObjectNode demand) {
    return titleAndDescription(rule).setAll(demand);
  }

  private static ObjectNode titleAndDescription(Rule rule) {
    return JSON.objectNode().put("title", rule.id()).put("description", rule.description());
  }
}
