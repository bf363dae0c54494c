package dev.callsheet.importer.internal.spec;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.condition.ParameterTree;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.internal.text.KebabCase;
import dev.callsheet.spec.logic.ParameterPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Translates {@code x-pricing}: a charge for each unit that is paid for. A price list is made only
 * where all rates have a place in it, since one with a charge missing names prices that are too
 * low; otherwise the rates are kept as comments.
 */
final class PriceTranslator {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ParameterTree parameters;
  private final RateLabels labels;
  private final FindingCollector findings;

  PriceTranslator(ParameterTree parameters, RateLabels labels, FindingCollector findings) {
    this.parameters = parameters;
    this.labels = labels;
    this.findings = findings;
  }

  /** The price list; empty where there is none, or some of it cannot be said. */
  Optional<ObjectNode> pricing(SchemaNode published) {
    List<SchemaNode> rates = published.items("rates");
    if (rates.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<SchemaNode>> byUnit = new LinkedHashMap<>();
    rates.forEach(
        rate ->
            byUnit.computeIfAbsent(rate.text("unit").orElse(""), u -> new ArrayList<>()).add(rate));
    ArrayNode charges = NODES.arrayNode();
    boolean complete = true;
    for (Map.Entry<String, List<SchemaNode>> unit : byUnit.entrySet()) {
      List<ObjectNode> found = charges(unit.getKey(), unit.getValue());
      if (found.isEmpty()) {
        findings.add(
            Kind.NOT_IMPORTED,
            unit.getValue().get(0).location(),
            "which requests the rates by `"
                + unit.getKey()
                + "` are for cannot be told from their labels; the rates are kept as comments");
        return Optional.empty();
      }
      complete &= unit.getValue().size() == 1 || unit.getKey().endsWith("Token");
      found.forEach(charges::add);
    }
    ObjectNode pricing = NODES.objectNode();
    pricing.put("currency", published.text("currency").orElse("USD"));
    if (!complete) {
      pricing.put("complete", false);
    }
    pricing.set("charges", charges);
    return Optional.of(pricing);
  }

  /** What is published of prices, in lines for people. */
  static List<String> comments(SchemaNode published) {
    Stream<String> rates =
        published.items("rates").stream()
            .map(rate -> join(rate.text("label"), rate.text("display")));
    Stream<String> examples =
        Stream.of("measured", "examples")
            .flatMap(key -> published.items(key).stream())
            .map(
                each ->
                    join(
                        each.text("configuration"),
                        each.get("price").map(price -> price.value().asString(""))));
    return Stream.of(published.text("overview").stream(), rates, examples)
        .flatMap(lines -> lines)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static String join(Optional<String> first, Optional<String> second) {
    return Stream.of(first, second)
        .flatMap(Optional::stream)
        .filter(text -> !text.isEmpty())
        .reduce((a, b) -> a + ": " + b)
        .orElse("");
  }

  private List<ObjectNode> charges(String unit, List<SchemaNode> rates) {
    if (!rates.stream().allMatch(rate -> amount(rate).isPresent())) {
      return List.of();
    }
    if (unit.equals("inputToken") || unit.equals("outputToken")) {
      return tokens(unit, rates);
    }
    Optional<ObjectNode> per = per(unit);
    if (per.isEmpty()) {
      return List.of();
    }
    ObjectNode charge = NODES.objectNode().put("id", id(unit));
    if (!per.get().isEmpty()) {
      charge.set("per", per.get());
    }
    boolean isOutput = !unit.startsWith("input");
    if (isOutput && exists("numberResults")) {
      charge.put("times", "numberResults");
    }
    ArrayNode list = charge.putArray("rates");
    for (SchemaNode rate : rates) {
      String label = rate.text("label").orElse("");
      ObjectNode written = list.addObject();
      written.put("label", label.isEmpty() ? rate.text("display").orElse(id(unit)) : label);
      written.put("price", amount(rate).orElseThrow());
      if (rates.size() > 1) {
        Optional<JsonNode> when = labels.condition(label);
        if (when.isEmpty()) {
          return List.of();
        }
        written.set("when", when.get());
      }
    }
    return List.of(charge);
  }

  /** What a unit counts: empty, without keys, for the request as a whole. */
  private Optional<ObjectNode> per(String unit) {
    ObjectNode per = NODES.objectNode();
    return switch (unit) {
      case "output" -> Optional.of(per);
      case "durationSecond" -> {
        if (exists("duration")) {
          yield Optional.of(per.put("second", "duration"));
        }
        yield only("inputs.video", "inputs.audio").map(path -> per.put("secondOf", path));
      }
      case "character" ->
          only("speech.text", "positivePrompt").map(path -> per.put("character", path));
      case "inputImage" ->
          only("inputs.referenceImages", "inputs.seedImage", "inputs.image")
              .map(path -> per.put("item", path));
      default -> Optional.empty();
    };
  }

  /** Tokens, by the million: those of the prompt can be counted, others no request shows. */
  private List<ObjectNode> tokens(String unit, List<SchemaNode> rates) {
    List<ObjectNode> charges = new ArrayList<>();
    for (SchemaNode rate : rates) {
      String label = rate.text("label").orElse(unit.equals("inputToken") ? "Input" : "Output");
      if (label.contains(":")) {
        return List.of(); // an example, no rate
      }
      ObjectNode charge = NODES.objectNode().put("id", id(label));
      ObjectNode per = charge.putObject("per");
      if (unit.equals("inputToken") && label.startsWith("Text") && exists("positivePrompt")) {
        per.put("token", "positivePrompt");
      } else {
        per.put("unshown", label.toLowerCase(Locale.ROOT) + " token");
      }
      per.put("each", MILLION);
      if (unit.equals("outputToken") && exists("numberResults")) {
        charge.put("times", "numberResults");
      }
      charge
          .putArray("rates")
          .addObject()
          .put("label", label)
          .put("price", amount(rate).orElseThrow().multiply(MILLION).stripTrailingZeros());
      charges.add(charge);
    }
    return charges;
  }

  private static Optional<BigDecimal> amount(SchemaNode rate) {
    return rate.get("amount")
        .map(SchemaNode::value)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue);
  }

  private boolean exists(String path) {
    return parameters.exists(ParameterPath.parse(path));
  }

  /** The one of some parameters that there is. */
  private Optional<String> only(String... paths) {
    List<String> there = Stream.of(paths).filter(this::exists).toList();
    return there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty();
  }

  private static String id(String text) {
    String id = KebabCase.of(text.replaceAll("([a-z])([A-Z])", "$1-$2"));
    return id.isEmpty() ? "request" : id;
  }
}
