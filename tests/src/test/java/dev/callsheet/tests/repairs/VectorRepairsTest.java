package dev.callsheet.tests.repairs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.repair.JsonPatchOperation;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.tests.RepresentativeModels;
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
class VectorRepairsTest {
  static List<ModelSpec> models() {
    return RepresentativeModels.list();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyPatchMakesTheRequestValid(ModelSpec model) {
    Linter linter = new Linter(ModelCatalogue.bundled(), RuleInterpretation.ENFORCED);
    int requests = 0;
    int patched = 0;
    int said = 0;
    for (TestVector vector : TestVectorSet.of(model).vectors()) {
      String text = vector.request().toString();
      List<Finding> errors = vector.valid() ? List.of() : errors(linter, text);
      if (errors.isEmpty()) {
        continue;
      }
      requests++;
      List<Repair> repairs = errors.get(0).fixSuggestions().repairs();
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
    for (JsonPatchOperation operation : repair.patch()) {
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
