package dev.callsheet.benchmarks.validator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The JSON Schema validator of dev.harrel, on Jackson 2. */
public final class HarrelValidator implements BenchmarkValidator {
  private final ObjectMapper json = new ObjectMapper();
  private final Validator validator =
      new ValidatorFactory()
          .withJsonNodeFactory(new JacksonNode.Factory(json))
          .withEvaluatorFactory(new FormatEvaluatorFactory())
          .createValidator();
  private final Map<String, URI> schemas = new HashMap<>();

  /** Reads the schemas of all models. */
  public HarrelValidator() {
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      schemas.put(model.id(), validator.registerSchema(RequestCorpus.schema(model).toString()));
    }
  }

  @Override
  public boolean isValid(byte[] request) {
    try {
      JsonNode tree = json.readTree(request);
      URI schema = schemas.get(tree.path("model").asText(""));
      return schema != null && validator.validate(schema, tree).getErrors().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
