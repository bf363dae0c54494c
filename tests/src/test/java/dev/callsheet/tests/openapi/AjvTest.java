package dev.callsheet.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.generator.schema.SchemaExport;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Exported schemas by the validator that most clients in JavaScript have, of three drafts, which
 * Node runs from {@code target/npm}, where {@code .ci/run} puts it.
 */
class AjvTest {
  private static final Path MODULES = Path.of("../target/npm/node_modules");
  private static final String SCRIPT =
      """
      const [file, draft] = process.argv.slice(2);
      const Ajv = require(draft);
      const failed = {};
      const { schemas, model, requests } = JSON.parse(require("fs").readFileSync(file, "utf8"));
      const validators = {};
      for (const [name, schema] of Object.entries(schemas)) {
        try {
          validators[name] = new Ajv({ strict: false, validateFormats: false }).compile(schema);
        } catch (error) {
          failed[name] = error.message;
        }
      }
      const verdicts = requests.map(it => validators[model] ? validators[model](it) : null);
      console.log(JSON.stringify({ failed, verdicts }));
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
    assumeTrue(hasNode && Files.exists(MODULES.resolve("ajv")), "needs node and ajv");
  }

  @Test
  void schemasWithoutADialectLoadInEachDraftAndSayTheSame() throws Exception {
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    for (ModelSpec model : ModelCatalogue.bundled().models()) {
      schemas.set(model.id(), SchemaExport.ofTask(model, RuleInterpretation.ENFORCED));
      schemas.set(model.id() + " result", SchemaExport.ofResult(model));
    }
    for (String draft : new String[] {"ajv", "ajv/dist/2019", "ajv/dist/2020"}) {
      JsonNode found = run(schemas, draft);
      assertThat(found.path("failed")).as(draft).isEmpty();
      assertThat(found.path("verdicts").toString()).as(draft).isEqualTo("[true,false,false]");
    }
  }

  @Test
  void aSchemaWithTheAddressOf202012LoadsWhereThatIsKnown() throws Exception {
    ModelSpec model = ModelCatalogue.bundled().find("klingai:kling-video@o3-pro").orElseThrow();
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    schemas.set(model.id(), SchemaExport.of(model, RuleInterpretation.ENFORCED));
    assertThat(run(schemas, "ajv/dist/2020").path("verdicts").toString())
        .isEqualTo("[true,false,false]");
    assertThat(run(schemas, "ajv").path("failed").path(model.id()).asString())
        .contains("no schema with key or ref");
  }

  private JsonNode run(ObjectNode schemas, String draft) throws Exception {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("schemas", schemas);
    input.put("model", "klingai:kling-video@o3-pro");
    input.putArray("requests").add(request(5)).add(request(500)).add(request(5).put("fsp", 1));
    Path file = Files.writeString(directory.resolve("input.json"), input.toString());
    Path script = Files.writeString(directory.resolve("load.cjs"), SCRIPT);
    ProcessBuilder node = new ProcessBuilder("node", script.toString(), file.toString(), draft);
    node.environment().put("NODE_PATH", MODULES.toRealPath().toString());
    Process process = node.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return JsonMapper.shared().readTree(output);
  }

  private static ObjectNode request(int duration) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("taskType", "videoInference")
        .put("taskUUID", "3f0c2f6e-58b5-4a44-9d84-1d8f1e4b7a01")
        .put("model", "klingai:kling-video@o3-pro")
        .put("positivePrompt", "A whale")
        .put("width", 1920)
        .put("height", 1080)
        .put("duration", duration);
  }
}
