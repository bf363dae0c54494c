package dev.callsheet.spec.catalogue;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.PriceVisitor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Summaries of models as one line of JSON each. */
final class ModelSummaryJson {
  private ModelSummaryJson() {}

  static String write(ModelSummary model) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", model.id())
        .put("platform", model.platform())
        .put("name", model.name())
        .put("creator", model.creator())
        .put("deprecated", model.isDeprecated());
    model.capabilities().forEach(json.putArray("capabilities")::add);
    model.modes().forEach(json.putArray("modes")::add);
    if (model.sunset() != null) {
      json.put("sunset", model.sunset().toString());
    }
    Price price = model.lowestPrice();
    if (price != null) {
      write(price, json.putObject("from"));
    }
    return json.toString();
  }

  static ModelSummary read(String line) {
    JsonNode json = JsonMapper.shared().readTree(line);
    return new ModelSummary(
        json.path("id").asString(),
        text(json, "platform"),
        json.path("name").asString(),
        text(json, "creator"),
        texts(json.path("capabilities")),
        texts(json.path("modes")),
        json.path("deprecated").asBoolean(),
        json.has("sunset") ? LocalDate.parse(json.get("sunset").asString()) : null,
        json.has("from") ? price(json.get("from")) : null);
  }

  private static void write(Price price, ObjectNode json) {
    price.known().ifPresent(known -> write(known, json.putObject("known")));
    json.put("currency", price.accept(new Currency())).put("why", price.why());
    price
        .units()
        .forEach(
            unit ->
                write(unit.amount(), json.withArray("units").addObject().put("unit", unit.unit())));
  }

  private static void write(Amount amount, ObjectNode json) {
    json.put("minimum", amount.minimum().toPlainString())
        .put("maximum", amount.maximum().toPlainString());
  }

  /** The currency of a price; empty where nothing is known. */
  private record Currency() implements PriceVisitor<String> {
    @Override
    public String visitExact(Price.Exact price) {
      return price.currency();
    }

    @Override
    public String visitBetween(Price.Between price) {
      return price.currency();
    }

    @Override
    public String visitRate(Price.Rate price) {
      return price.currency();
    }

    @Override
    public String visitUnknown(Price.Unknown price) {
      return "";
    }
  }

  private static Price price(JsonNode json) {
    List<Price.UnitPrice> units =
        json.path("units")
            .valueStream()
            .map(unit -> new Price.UnitPrice(amount(unit), unit.path("unit").asString()))
            .toList();
    return Price.of(
        amount(json.path("known")),
        units,
        json.path("currency").asString(),
        json.path("why").asString());
  }

  private static Amount amount(JsonNode json) {
    return Amount.between(json.path("minimum").asString(), json.path("maximum").asString());
  }

  private static @Nullable String text(JsonNode json, String name) {
    return json.path(name).isString() ? json.get(name).asString() : null;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
