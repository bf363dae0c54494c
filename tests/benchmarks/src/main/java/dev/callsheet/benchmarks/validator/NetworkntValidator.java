package dev.callsheet.benchmarks.validator;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema validator of networknt. */
public final class NetworkntValidator implements BenchmarkValidator {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Schema> schemas = new HashMap<>();

  /** Reads the schemas of all models. */
  public NetworkntValidator() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      schemas.put(model.id(), registry.getSchema(RequestCorpus.schema(model)));
    }
  }

  @Override
  public boolean isValid(byte[] request) {
    return isValid(JSON.readTree(request));
  }

  /** Whether nothing is wrong with a request that has been read. */
  public boolean isValid(JsonNode request) {
    Schema schema = schemas.get(request.path("model").asString(""));
    return schema != null && schema.validate(request).isEmpty();
  }
}
