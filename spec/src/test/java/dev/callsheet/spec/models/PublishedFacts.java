package dev.callsheet.spec.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page states of its model, without its sentences.
 *
 * @param rules by id, in the page's order
 * @param sizes label to width and height ({@code 1920x1080})
 * @param rulesInDescriptions by id
 * @param request section to place to attributes
 * @param containers places that members are nested in and that have no heading of their own
 * @param response name to attributes
 * @param notEnforced place to the attributes that the spec leaves at their being published
 */
record PublishedFacts(
    Page page,
    Prices prices,
    Map<String, Map<String, Object>> rules,
    Map<String, String> sizes,
    @JsonProperty("rules in descriptions") Map<String, Map<String, Object>> rulesInDescriptions,
    @JsonProperty("contradictory rules") List<String> contradictoryRules,
    Map<String, Map<String, Map<String, Object>>> request,
    List<String> containers,
    Map<String, Map<String, Object>> response,
    @JsonProperty("not enforced") Map<String, List<String>> notEnforced,
    List<Example> examples) {

  private static final Path DIRECTORY = Path.of("src", "test", "resources", "facts");

  /** The head of a page. */
  record Page(
      String url,
      String id,
      String name,
      String status,
      String creator,
      String released,
      List<String> capabilities) {}

  /** What the page says of prices: the headline's figure, and label to price. */
  record Prices(String from, Map<String, String> lines) {}

  /** One published example. */
  record Example(String title, String kind, String media) {}

  /** The facts of every page there are facts of. */
  static List<PublishedFacts> all() {
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(PublishedFacts::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request's parameters in the page's order: place to attributes, the section among them. */
  Map<String, Map<String, Object>> requestParameters() {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>();
    request.forEach(
        (section, parameters) ->
            parameters.forEach(
                (place, attributes) -> {
                  Map<String, Object> complete = new LinkedHashMap<>(attributes);
                  complete.put("section", section);
                  all.put(place, complete);
                }));
    return all;
  }

  @Override
  public String toString() {
    return page.id();
  }

  private static PublishedFacts of(Path file) {
    try {
      Object facts =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
      return new JsonMapper().convertValue(facts, PublishedFacts.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
