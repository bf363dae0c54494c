package dev.callsheet.generator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The exported schema, checked by a validator of other makers. */
class SchemaExportTest {
  private static final Path REQUESTS =
      Path.of("../tests/requests/klingai/kling-video-3-0-omni-pro");
  private static final JsonMapper JSON = new JsonMapper();

  private static ModelSpec seed() {
    return ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
  }

  private static Schema schema(RuleInterpretation reading) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDialect(
            Dialects.getDraft202012(), registry -> registry.schemaRegistryConfig(config))
        .getSchema(SchemaExport.of(seed(), reading));
  }

  @ParameterizedTest
  @MethodSource("validRequests")
  void acceptsValidRequests(Path file) throws IOException {
    assertThat(
            schema(RuleInterpretation.ENFORCED).validate(JSON.readTree(Files.readAllBytes(file))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalidRequests")
  void rejectsViolationsOfExpressibleRules(Path file) throws IOException {
    ObjectNode schema = SchemaExport.of(seed(), RuleInterpretation.ENFORCED);
    String rule = file.getFileName().toString().replace(".json", "");
    boolean said = !notExpressed(schema).contains(rule) && !rule.equals("prompt-names-elements");
    assertThat(
            schema(RuleInterpretation.ENFORCED)
                .validate(JSON.readTree(Files.readAllBytes(file)))
                .isEmpty())
        .isEqualTo(!said);
  }

  @Test
  void acceptsListsOfTasksAndLooksIntoEach() throws IOException {
    JsonNode good = JSON.readTree(Files.readAllBytes(REQUESTS.resolve("valid/edit.json")));
    JsonNode bad = JSON.readTree(Files.readAllBytes(REQUESTS.resolve("invalid/size.json")));
    Schema schema = schema(RuleInterpretation.ENFORCED);
    assertThat(schema.validate(JSON.createArrayNode().add(good).add(good))).isEmpty();
    assertThat(schema.validate(JSON.createArrayNode().add(good).add(bad))).isNotEmpty();
  }

  @Test
  void listsRulesItCannotExpress() {
    assertThat(notExpressed(SchemaExport.of(seed(), RuleInterpretation.ENFORCED)))
        .containsExactly("segments-fill-duration");
  }

  @Test
  void rejectsProviderSettingsUnderTheDocumentedInterpretation() throws IOException {
    JsonNode sound = JSON.readTree(Files.readAllBytes(REQUESTS.resolve("valid/with-sound.json")));
    assertThat(schema(RuleInterpretation.DOCUMENTED).validate(sound)).isNotEmpty();
  }

  private static List<String> notExpressed(ObjectNode schema) {
    return schema.get(SchemaExport.NOT_EXPRESSED).values().stream()
        .map(rule -> rule.get("title").stringValue())
        .toList();
  }

  static List<Path> validRequests() throws IOException {
    return files("valid");
  }

  static List<Path> invalidRequests() throws IOException {
    return files("invalid");
  }

  private static List<Path> files(String directory) throws IOException {
    try (Stream<Path> files = Files.list(REQUESTS.resolve(directory))) {
      return files.sorted().toList();
    }
  }
}
