package dev.callsheet.cli;

import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.sandbox.page.SchemaSource;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas that a sandbox shows: those that {@code callsheet schema} prints. */
final class ModelSchemas implements SchemaSource {
  @Override
  public Optional<JsonNode> requestSchema(ModelSpec model) {
    return Optional.of(SchemaExport.ofTask(model, RuleInterpretation.ENFORCED));
  }

  @Override
  public Optional<JsonNode> responseSchema(ModelSpec model) {
    return Optional.of(SchemaExport.ofResult(model));
  }
}
