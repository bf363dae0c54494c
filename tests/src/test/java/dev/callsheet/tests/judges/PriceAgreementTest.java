package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.generator.vectors.TestVector;
import dev.callsheet.generator.vectors.TestVectorSet;
import dev.callsheet.runtime.ModelRequest;
import dev.callsheet.runtime.Price;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.PriceEstimator;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A typed request and the same request as JSON have the same price, for the same reason. */
class PriceAgreementTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path scratch;

  static List<ModelSpec> models() {
    return ModelCatalogue.bundled().models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void pricesAgreeOnEveryValidVector(ModelSpec model) throws Exception {
    var type = GeneratedClasses.of(model, scratch).requestType();
    for (TestVector vector : TestVectorSet.of(model).vectors()) {
      if (vector.valid()) {
        assertThat(typed(type, vector.request()).price())
            .as(vector.request().toString())
            .isEqualTo(PriceEstimator.price(model, vector.request()));
      }
    }
  }

  @Test
  void pricesAgreeForUnionsAndListedValues() throws Exception {
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(Path.of("src/test/resources/priced")));
    ModelSpec model = catalogue.find("inkwell:abacus@1").orElseThrow();
    var type = GeneratedClasses.of(model, scratch).requestType();
    Set<String> seen =
        List.of("", ",'duration':4", ",'duration':8,'takes':4", ",'duration':'auto','takes':1")
            .stream()
            .map(
                more -> {
                  JsonNode task = task(more);
                  Price price = typed(type, task).price();
                  assertThat(price)
                      .as(task.toString())
                      .isEqualTo(PriceEstimator.price(model, task));
                  return price.toString();
                })
            .collect(Collectors.toSet());
    assertThat(seen)
        .containsExactlyInAnyOrder("0.48 to 2.4 USD", "0.8 USD", "2.56 USD", "0.24 to 1.2 USD");
  }

  private static ModelRequest<?> typed(Class<? extends ModelRequest<?>> type, JsonNode task) {
    return JSON.treeToValue(task, type);
  }

  private static JsonNode task(String more) {
    return JSON.readTree(
        ("{'taskType':'videoInference','model':'inkwell:abacus@1',"
                + "'taskUUID':'6d2bdd0a-3d5c-4f1c-9c3b-0f8f5f2f4b11','positivePrompt':'x'"
                + more
                + "}")
            .replace('\'', '"'));
  }
}
