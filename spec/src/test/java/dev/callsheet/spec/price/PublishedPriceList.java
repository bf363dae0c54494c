package dev.callsheet.spec.price;

import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A price list as a platform publishes it, and as the language says it.
 *
 * @param source {@code page} or {@code schema}
 * @param missing what of it cannot be said; null for nothing
 * @param model with that price list; null when nothing of it can be said
 */
record PublishedPriceList(
    String source,
    String name,
    @Nullable String missing,
    @Nullable ModelSpec model,
    List<PublishedLine> lines) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "published-prices");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** How much of a list can be said. */
  enum Extent {
    WHOLE,
    PARTLY,
    NOT
  }

  /**
   * A published line.
   *
   * @param request that it prices; null when that cannot be said
   * @param price that the request has
   */
  record PublishedLine(String line, @Nullable JsonNode request, @Nullable String price) {}

  /** All lists. */
  static List<PublishedPriceList> all() {
    JsonNode parameters = yaml("parameters.yaml");
    return yaml("lists.yaml").valueStream().map(list -> of(list, parameters)).toList();
  }

  /** How much of it can be said. */
  Extent now() {
    if (model == null) {
      return Extent.NOT;
    }
    return missing == null ? Extent.WHOLE : Extent.PARTLY;
  }

  /**
   * How much of it could be said while a price was a rate, times one number, times another: by the
   * request or by the second, with a rate for every request.
   */
  Extent before() {
    Pricing pricing = model == null ? null : model.pricing();
    if (pricing == null || !pricing.complete()) {
      return Extent.NOT;
    }
    boolean isWhole = missing == null && pricing.charges().size() == 1;
    boolean hasSimpleCharge = pricing.charges().stream().anyMatch(PublishedPriceList::isSimple);
    return !hasSimpleCharge ? Extent.NOT : isWhole ? Extent.WHOLE : Extent.PARTLY;
  }

  private static boolean isSimple(Charge charge) {
    boolean isUnitKnown =
        charge.unit() instanceof ChargeUnit.Request
            || (charge.unit() instanceof ChargeUnit.Seconds seconds && seconds.duration() != null);
    return isUnitKnown
        && charge.condition() == null
        && charge.free().signum() == 0
        && charge.unitsOfPrice().compareTo(BigDecimal.ONE) == 0
        && charge.steps() == null;
  }

  private static PublishedPriceList of(JsonNode list, JsonNode parameters) {
    String source = list.has("page") ? "page" : "schema";
    String name = list.path(source).asString();
    return new PublishedPriceList(
        source,
        name,
        Optional.ofNullable(list.get("missing")).map(JsonNode::asString).orElse(null),
        list.has("pricing") ? model(name, list, parameters) : null,
        list.path("published")
            .valueStream()
            .map(
                line ->
                    new PublishedLine(
                        line.path("line").asString(),
                        line.get("request"),
                        Optional.ofNullable(line.get("price"))
                            .map(JsonNode::asString)
                            .orElse(null)))
            .toList());
  }

  private static ModelSpec model(String name, JsonNode list, JsonNode parameters) {
    Map<String, Object> spec = new LinkedHashMap<>();
    Map<String, Object> all = new LinkedHashMap<>();
    parameters.propertyStream().forEach(each -> all.put(each.getKey(), each.getValue()));
    list.path("parameters")
        .propertyStream()
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    spec.put("callsheet", 1);
    spec.put("model", Map.of("id", name, "name", name, "status", "live"));
    spec.put("parameters", all);
    for (String key : List.of("required", "rules", "pricing")) {
      if (list.has(key)) {
        spec.put(key, Objects.requireNonNull(list.get(key)));
      }
    }
    spec.put("response", Map.of("properties", Map.of()));
    try {
      return new SpecParser(IncludeResolver.NONE).parse(name, JSON.writeValueAsString(spec));
    } catch (SpecException wrong) {
      throw new AssertionError(wrong.getMessage(), wrong);
    }
  }

  private static JsonNode yaml(String file) {
    try {
      Object loaded =
          new Load(LoadSettings.builder().build())
              .loadFromString(Files.readString(FOLDER.resolve(file)));
      return JSON.valueToTree(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return source + " " + name;
  }
}
