package dev.callsheet.tests.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.OutputFormat;
import com.networknt.schema.Schema;
import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.importer.ImportedSpec;
import dev.callsheet.importer.SpecImporter;
import dev.callsheet.runtime.Severity;
import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.parser.SpecParser;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.validation.ModelValidator;
import dev.callsheet.tests.judges.GeneratedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is imported allows what was published: specs made of published schemas, generated, compiled,
 * and compared with an independent validator of the original, on requests made at random. {@code
 * tests/import/run FILE...} does the same for any files, with more requests.
 */
class ImportedSchemaTest {
  private static final Path PUBLISHED = Path.of("src/test/resources/published");
  private static final Path EVERY_CONSTRUCT = Path.of("../importer/src/test/resources/imports");
  private static final int REQUESTS = Integer.getInteger("callsheet.import.requests", 1_000);
  private static final long SEED = 42;

  private final List<KnownDifference> differences = KnownDifference.all();

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource("files")
  void theLinterAgreesWithThePublishedSchema(Path file) throws Exception {
    ImportedSpec imported =
        new SpecImporter(ModelFile.bundledFragments(), "")
            .importFile(new SourceText(file.toString(), Files.readString(file)), "");
    imported.findings().forEach(f -> System.out.println(f.location() + ": " + f.message()));
    ModelSpec model =
        new SpecParser(ModelFile.bundledFragments()).parse("imported.yaml", imported.text());
    GeneratedClasses.of(model, directory);

    Schema original = JsonSchemas.of(taskSchema(file));
    ModelValidator linter = new ModelValidator(model, RuleInterpretation.ENFORCED);
    List<String> disagreements = new ArrayList<>();
    List<ObjectNode> requests =
        new RandomRequestMutator(model, seeds(model), SEED).requests(REQUESTS).toList();
    int valid = 0;
    for (ObjectNode request : requests) {
      boolean allowed = original.validate(request, OutputFormat.BOOLEAN);
      List<Violation> errors =
          linter.validate(request).stream()
              .filter(violation -> violation.severity() == Severity.ERROR)
              .toList();
      valid += errors.isEmpty() ? 1 : 0;
      boolean isKnown = allowed && errors.stream().allMatch(error -> isKnown(error, request));
      if (allowed != errors.isEmpty() && !isKnown) {
        disagreements.add(
            (allowed ? "published allows, refused for " + errors : "published refuses")
                + ": "
                + request);
      }
    }
    System.out.printf("%s: %d of %d requests valid%n", file.getFileName(), valid, REQUESTS);
    assertThat(disagreements).isEmpty();
    assertThat(valid).isBetween(REQUESTS / 20, REQUESTS * 19 / 20);
  }

  static List<Path> files() throws IOException {
    String named = System.getProperty("callsheet.import.files", "");
    if (!named.isEmpty()) {
      return Stream.of(named.split(",", -1)).map(Path::of).toList();
    }
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(PUBLISHED, EVERY_CONSTRUCT)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(file -> file.toString().endsWith(".schema.json")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** Of a task, be it in a file of OpenAPI, whose references are kept, or alone. */
  private static JsonNode taskSchema(Path file) {
    JsonNode read = JsonSchemas.JSON.readTree(file);
    JsonNode embedded = read.at("/latest_version/openapi_schema");
    ObjectNode json = (ObjectNode) (embedded.isObject() ? embedded : read);
    JsonNode schemas = json.at("/components/schemas");
    if (schemas.isObject() && !schemas.has("RequestBody")) {
      schemas.forEach(ImportedSchemaTest::close);
      String body = json.findPath("requestBody").findPath("$ref").asString("");
      return json.put("$ref", body.isEmpty() ? "#/components/schemas/Input" : body);
    }
    JsonNode body = json.at("/components/schemas/RequestBody");
    if (body.isObject()) {
      String task = body.has("items") ? "/items" : "";
      json.put("$ref", "#/components/schemas/RequestBody" + task);
    }
    return json;
  }

  /**
   * Without members that are not described, at any depth, as the import reports that it makes of
   * it.
   */
  private static void close(JsonNode schema) {
    if (schema.path("properties") instanceof ObjectNode members) {
      if (!schema.path("additionalProperties").isObject()) {
        ((ObjectNode) schema).put("additionalProperties", false);
      }
      members.properties().forEach(ImportedSchemaTest::sayNull);
    }
    schema.forEach(ImportedSchemaTest::close);
  }

  /** As JSON Schema says what OpenAPI 3.0 has a keyword for that validators ignore. */
  private static void sayNull(Map.Entry<String, JsonNode> parameter) {
    if (parameter.getValue().path("nullable").asBoolean(false)) {
      ObjectNode nullable = JsonSchemas.JSON.createObjectNode();
      nullable.putArray("anyOf").add(parameter.getValue()).addObject().put("type", "null");
      parameter.setValue(nullable);
    }
  }

  /** For each rule and constraint, a smallest valid request that has to do with it. */
  private static List<ObjectNode> seeds(ModelSpec model) {
    return TestVectorSet.of(model).vectors().stream()
        .filter(TestVector::valid)
        .map(vector -> (ObjectNode) vector.request())
        .toList();
  }

  private boolean isKnown(Violation violation, JsonNode request) {
    return differences.stream().anyMatch(each -> each.explains(violation, request));
  }
}
