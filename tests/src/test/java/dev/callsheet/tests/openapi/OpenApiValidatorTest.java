package dev.callsheet.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.generator.schema.OpenApiExport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exported document by somebody else's validator of OpenAPI, which Node runs from {@code
 * target/npm}, where {@code .ci/run} puts it. Of models of all kinds of platforms: with the model
 * in the body, in the path, and with the request inside of another.
 */
class OpenApiValidatorTest {
  private static final Path VALIDATOR =
      Path.of("../target/npm/node_modules/@seriousme/openapi-schema-validator/index.js");
  private static final String SCRIPT =
      """
      import { Validator } from "%s";
      import { readFileSync } from "node:fs";
      const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
      const result = await new Validator().validate(document);
      console.log(result.valid ? "valid" : JSON.stringify(result.errors));
      """;

  @TempDir private Path directory;

  @BeforeAll
  static void isThereAValidator() throws InterruptedException {
    boolean hasNode;
    try {
      hasNode = new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      hasNode = false;
    }
    assumeTrue(
        hasNode && Files.exists(VALIDATOR), "needs node and @seriousme/openapi-schema-validator");
  }

  @Test
  void theDocumentIsOpenApi() throws Exception {
    ObjectNode document = document();
    assertThat(verdict(document)).isEqualTo("valid");
    assertThat(document.path("paths").propertyNames())
        .contains("/v1", "/fal-ai/inkwell/dev", "/v1/images/{route}");
  }

  @Test
  void theValidatorTellsWhatIsNone() throws Exception {
    ObjectNode document = document();
    document.remove("info");
    assertThat(verdict(document)).contains("info");
  }

  private static ObjectNode document() throws Exception {
    ModelCatalogue models =
        ModelCatalogue.of(List.of(Path.of("../linter/src/test/resources/platforms")));
    return OpenApiExport.of(models.models(), RuleInterpretation.ENFORCED);
  }

  private String verdict(ObjectNode document) throws IOException, InterruptedException {
    Path script = directory.resolve("validate.mjs");
    Files.writeString(script, SCRIPT.formatted(VALIDATOR.toAbsolutePath().normalize().toUri()));
    Path file = Files.writeString(directory.resolve("openapi.json"), document.toString());
    Process node =
        new ProcessBuilder("node", script.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    node.waitFor();
    return output.strip();
  }
}
