package dev.callsheet.generator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.callsheet.generator.page.ModelAnalysis;
import dev.callsheet.generator.page.ModelPage;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.source.SourceText;
import dev.callsheet.spec.source.YamlNode;
import dev.callsheet.spec.source.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The Markdown of the first model's page has every fact of the page that the model was written
 * from, in that page's own structure, and no other. {@code -Dcallsheet.published.page=FILE} holds
 * the published page itself to the same facts.
 */
class PublishedPageTest {
  private static final Path FACTS =
      Path.of("../spec/src/test/resources/facts/klingai/kling-video-3-0-omni-pro.yaml");

  private static JsonNode facts;
  private static PublishedPage page;

  @BeforeAll
  static void readBoth() throws Exception {
    facts =
        YamlParser.parse(
                new SourceText(FACTS.toString(), Files.readString(FACTS)),
                (location, error) -> fail(location + ": " + error))
            .map(YamlNode::json)
            .orElseThrow();
    page = PublishedPage.of(markdown());
  }

  private static String markdown() throws IOException {
    String published = System.getProperty("callsheet.published.page");
    if (published != null) {
      return Files.readString(Path.of(published));
    }
    ModelSpec model =
        ModelCatalogue.bundled().find(facts.at("/page/id").stringValue()).orElseThrow();
    return ModelMarkdown.of(
        new ModelView(
            new ModelEntry(ModelPage.of(model), "page"), ModelAnalysis.of(model), null, null));
  }

  @Test
  void identifiesTheModel() {
    JsonNode head = facts.get("page");
    assertThat(page.head)
        .containsEntry("name", head.get("name").stringValue())
        .containsEntry("ID", head.get("id").stringValue())
        .containsEntry("Status", head.get("status").stringValue())
        .containsEntry("Creator", head.get("creator").stringValue())
        .containsEntry("Release Date", head.get("released").stringValue())
        .containsEntry("Capabilities", String.join(", ", texts(head.get("capabilities"))));
  }

  @Test
  void hasEveryPriceUnderItsLabel() {
    Map<String, String> prices = new LinkedHashMap<>();
    prices.put("from", facts.at("/prices/from").stringValue());
    facts
        .at("/prices/lines")
        .forEachEntry((label, price) -> prices.put(label, price.stringValue()));
    assertThat(page.prices).containsExactlyInAnyOrderEntriesOf(prices);
  }

  @Test
  void statesEveryRuleAndNoOther() {
    List<Object> rules = new ArrayList<>();
    facts.get("rules").forEach(rule -> rules.add(plain(rule)));
    List<Map<String, Object>> stated = new ArrayList<>(page.rules);
    stated.removeAll(rulesInDescriptions());
    assertThat(stated).containsExactlyInAnyOrderElementsOf(asMaps(rules));
  }

  @Test
  void hasTheTableOfSizes() {
    assertThat(page.sizes).isEqualTo(plain(facts.get("sizes")));
  }

  @Test
  void hasEveryAttributeOfEveryParameterInItsOrder() {
    assertThat(page.request.keySet()).containsExactlyElementsOf(keys(facts.get("request")));
    facts
        .get("request")
        .forEachEntry(
            (section, parameters) -> {
              Map<String, Map<String, Object>> stated =
                  Objects.requireNonNull(page.request.get(section));
              assertThat(stated.keySet()).as(section).containsExactlyElementsOf(keys(parameters));
              assertThat(comparable(stated)).as(section).isEqualTo(comparable(parameters));
            });
  }

  @Test
  void hasEveryFieldOfAResult() {
    assertThat(page.response.keySet()).containsExactlyElementsOf(keys(facts.get("response")));
    page.response.values().forEach(field -> field.keySet().removeAll(Set.of("media", "accepts")));
    assertThat(comparable(page.response)).isEqualTo(comparable(facts.get("response")));
  }

  @Test
  void hasEveryExample() {
    assertThat(page.examples).isEqualTo(plain(facts.get("examples")));
  }

  /** What only the descriptions of the published page say, as rules. */
  private static List<Object> rulesInDescriptions() {
    List<Object> rules = new ArrayList<>();
    facts.get("rules in descriptions").forEach(rule -> rules.add(plain(rule)));
    return rules;
  }

  /** What the published page says in descriptions only is left out of both, when it is read. */
  private static Object comparable(Object sections) {
    Object all = sections instanceof JsonNode node ? plain(node) : sections;
    if (System.getProperty("callsheet.published.page") == null) {
      return all;
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    ((Map<?, ?>) all)
        .forEach(
            (name, attributes) -> {
              Map<Object, Object> left = new LinkedHashMap<>((Map<?, ?>) attributes);
              left.keySet().removeAll(Set.of("accepts", "media", "unit", "most items", "path"));
              kept.put(name.toString(), left);
            });
    return kept;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> asMaps(List<Object> rules) {
    return (List<Map<String, Object>>) (List<?>) rules;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> keys(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  /** JSON as maps, lists and texts. */
  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      node.forEachEntry((key, value) -> map.put(key, plain(value)));
      return map;
    }
    return node.isArray() ? node.valueStream().map(each -> plain(each)).toList() : node.asString();
  }
}
