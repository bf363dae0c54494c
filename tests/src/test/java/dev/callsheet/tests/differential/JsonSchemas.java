package dev.callsheet.tests.differential;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schemas as validators, and JSON with its numbers as they are written. */
final class JsonSchemas {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonSchemas() {}

  /** A validator that takes formats seriously. */
  static Schema of(JsonNode schema) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDialect(
            Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(config))
        .getSchema(schema);
  }
}
