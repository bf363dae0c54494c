package dev.callsheet.cli.report;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.PriceVisitor;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a price into a JSON object: its kind, and amounts as decimal text. */
public record PriceJson(ObjectNode json) implements PriceVisitor<ObjectNode> {
  /** Adds what a price consists of. */
  public void add(Price price) {
    price.accept(this);
  }

  @Override
  public ObjectNode visitExact(Price.Exact price) {
    return amount(json.put("kind", "exact"), Amount.exactly(price.amount()))
        .put("currency", price.currency());
  }

  @Override
  public ObjectNode visitBetween(Price.Between price) {
    return amount(json.put("kind", "range"), new Amount(price.minimum(), price.maximum()))
        .put("currency", price.currency());
  }

  @Override
  public ObjectNode visitRate(Price.Rate price) {
    amount(json.put("kind", "rate"), price.base());
    ArrayNode units = json.putArray("units");
    price
        .units()
        .forEach(each -> amount(units.addObject(), each.amount()).put("unit", each.unit()));
    return json.put("currency", price.currency());
  }

  @Override
  public ObjectNode visitUnknown(Price.Unknown price) {
    return json.put("kind", "unknown");
  }

  private static ObjectNode amount(ObjectNode json, Amount amount) {
    return amount.isExact()
        ? json.put("amount", amount.minimum().toPlainString())
        : json.put("from", amount.minimum().toPlainString())
            .put("to", amount.maximum().toPlainString());
  }
}
