package dev.callsheet.tests.judges;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A validator of other makers, with the model's exported schema.
 *
 * @param schema what it validates by
 * @param unexpressedRules the rules that the schema says it does not check
 */
record SchemaJudge(Schema schema, Set<String> unexpressedRules) {
  static SchemaJudge of(ModelSpec model) {
    ObjectNode exported = SchemaExport.of(model, RuleInterpretation.ENFORCED);
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    Schema schema =
        SchemaRegistry.withDialect(
                Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(config))
            .getSchema(exported);
    return new SchemaJudge(
        schema,
        exported.get(SchemaExport.NOT_EXPRESSED).values().stream()
            .map(rule -> rule.get("title").stringValue())
            .collect(Collectors.toSet()));
  }

  boolean accepts(JsonNode request) {
    return schema.validate(request).isEmpty();
  }
}
