package dev.callsheet.benchmarks.validator;

import com.github.erosb.jsonsKema.FormatValidationPolicy;
import com.github.erosb.jsonsKema.IJsonString;
import com.github.erosb.jsonsKema.IJsonValue;
import com.github.erosb.jsonsKema.JsonParser;
import com.github.erosb.jsonsKema.JsonString;
import com.github.erosb.jsonsKema.JsonValue;
import com.github.erosb.jsonsKema.SchemaLoader;
import com.github.erosb.jsonsKema.Validator;
import com.github.erosb.jsonsKema.ValidatorConfig;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The JSON Schema validator json-sKema, with its own reader, which keeps positions. */
public final class SkemaValidator implements BenchmarkValidator {
  private static final ValidatorConfig CONFIG = new ValidatorConfig(FormatValidationPolicy.ALWAYS);

  private final Map<String, Validator> schemas = new HashMap<>();

  /** Reads the schemas of all models. */
  public SkemaValidator() {
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      JsonValue schema = new JsonParser(RequestCorpus.schema(model).toString()).parse();
      schemas.put(model.id(), Validator.create(new SchemaLoader(schema).load(), CONFIG));
    }
  }

  @Override
  public boolean isValid(byte[] request) {
    JsonValue tree = new JsonParser(new String(request, StandardCharsets.UTF_8)).parse();
    Validator schema = schemas.get(model(tree));
    return schema != null && schema.validate(tree) == null;
  }

  private static String model(JsonValue request) {
    IJsonValue model = request.requireObject().getProperties().get(new JsonString("model"));
    return model instanceof IJsonString text ? text.getValue() : "";
  }
}
