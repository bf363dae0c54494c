package dev.callsheet.tests.repairs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.Vector;
import dev.callsheet.generator.vectors.VectorSet;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.Catalogue;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.repair.Operation;
import dev.callsheet.spec.repair.Repair;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * A request that breaks one rule, and nothing else, is valid after any patch proposed for it, which
 * is applied by Jakarta JSON Processing. What has no patch has a repair in words, or a message that
 * names the value it needs.
 */
class RepairsOfVectorsTest {
  static List<ModelSpec> models() {
    return Catalogue.bundled().models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyPatchMakesTheRequestValid(ModelSpec model) {
    Linter linter = new Linter(Catalogue.bundled(), Reading.ENFORCED);
    int requests = 0;
    int patched = 0;
    int said = 0;
    for (Vector vector : VectorSet.of(model).vectors()) {
      String text = vector.request().toString();
      List<Finding> errors = vector.valid() ? List.of() : errors(linter, text);
      if (errors.isEmpty()) {
        continue;
      }
      requests++;
      List<Repair> repairs = errors.get(0).remedy().repairs();
      for (Repair repair : repairs) {
        if (repair.isApplicable()) {
          assertThat(errors(linter, patched(text, repair)))
              .as(vector.name() + ": " + repair)
              .isEmpty();
        }
      }
      patched += repairs.stream().anyMatch(Repair::isApplicable) ? 1 : 0;
      said += repairs.isEmpty() ? 0 : 1;
    }
    assertThat(patched).isGreaterThan(requests / 2);
    assertThat(said).isGreaterThan(requests * 9 / 10);
  }

  private static List<Finding> errors(Linter linter, String text) {
    return linter.lint("request.json", text.getBytes(UTF_8)).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static String patched(String text, Repair repair) {
    JsonArrayBuilder patch = Json.createArrayBuilder();
    for (Operation operation : repair.patch()) {
      JsonObjectBuilder step =
          Json.createObjectBuilder().add("op", operation.op()).add("path", operation.path());
      String from = operation.from();
      if (from != null) {
        step.add("from", from);
      }
      JsonNode value = operation.value();
      if (value != null) {
        try (JsonReader reader = Json.createReader(new StringReader("[" + value + "]"))) {
          step.add("value", reader.readArray().get(0));
        }
      }
      patch.add(step);
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonStructure request = reader.read();
      return Json.createPatch(patch.build()).apply(request).toString();
    }
  }
}
