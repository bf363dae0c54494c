package dev.callsheet.benchmarks.judging;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.callsheet.benchmarks.corpus.Corpus;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema validator of networknt. */
public final class NetworkntJudge implements Judge {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Schema> schemas = new HashMap<>();

  /** Reads the schemas of all models. */
  public NetworkntJudge() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(), builder -> builder.schemaRegistryConfig(config));
    for (ModelSpec model : Catalogue.bundled().models()) {
      schemas.put(model.id(), registry.getSchema(Corpus.schema(model)));
    }
  }

  @Override
  public boolean accepts(byte[] request) {
    return accepts(JSON.readTree(request));
  }

  /** Whether nothing is wrong with a request that has been read. */
  public boolean accepts(JsonNode request) {
    Schema schema = schemas.get(request.path("model").asString(""));
    return schema != null && schema.validate(request).isEmpty();
  }
}
