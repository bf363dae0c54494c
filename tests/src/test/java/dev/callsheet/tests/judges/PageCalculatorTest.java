package dev.callsheet.tests.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.generator.java.GeneratedFile;
import dev.callsheet.generator.page.PriceListData;
import dev.callsheet.generator.site.DocumentationSite;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.price.PriceEstimator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calculator of a documentation page says the price that {@link PriceEstimator} says. */
class PageCalculatorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SCRIPT =
      """
      const { price } = require(process.argv[2]);
      const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
      console.log(JSON.stringify(cases.map(({ list, requests }) =>
        requests.map((request) => price(list, request).text))));
      """;

  @TempDir private Path scratch;

  @Test
  void calculatesThePriceOfEveryRequest() throws Exception {
    assumeTrue(isThereNode(), "needs node");
    ModelCatalogue catalogue = ModelCatalogue.of(List.of(Path.of("src/test/resources/priced")));
    ArrayNode cases = JSON.createArrayNode();
    List<List<String>> expected = new ArrayList<>();
    for (ModelSpec model : catalogue.models()) {
      PriceListData.of(model)
          .ifPresent(
              list -> {
                List<JsonNode> requests = requests(model);
                ObjectNode each = cases.addObject();
                each.set("list", list);
                each.putArray("requests").addAll(requests);
                expected.add(
                    requests.stream()
                        .map(request -> PriceEstimator.price(model, request).toString())
                        .toList());
              });
    }
    assertThat(calculated(cases)).isEqualTo(expected);
    assertThat(cases.size()).as("models that have a calculator").isGreaterThanOrEqualTo(8);
    Set<String> prices = new HashSet<>();
    expected.forEach(prices::addAll);
    assertThat(prices).as("different prices").hasSizeGreaterThan(100);
  }

  private static List<JsonNode> requests(ModelSpec model) {
    return model.id().startsWith("inkwell:")
        ? PricedRequests.random(model, 20_261_129, 300).requests()
        : PricedRequests.vectors(model).requests();
  }

  private List<List<String>> calculated(JsonNode cases) throws Exception {
    Path prices = scratch.resolve("prices.js");
    String content =
        DocumentationSite.of(List.of()).files().stream()
            .filter(file -> file.path().equals("prices.js"))
            .map(GeneratedFile::content)
            .findFirst()
            .orElseThrow();
    Files.writeString(prices, content);
    Path script = Files.writeString(scratch.resolve("calculate.js"), SCRIPT);
    Path input = Files.writeString(scratch.resolve("cases.json"), cases.toString());
    Process node =
        new ProcessBuilder("node", script.toString(), prices.toString())
            .redirectInput(input.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).isZero();
    List<List<String>> calculated = new ArrayList<>();
    for (JsonNode texts : JSON.readTree(output)) {
      calculated.add(texts.valueStream().map(JsonNode::stringValue).toList());
    }
    return calculated;
  }

  private static boolean isThereNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
