package dev.callsheet.spec.price;

import dev.callsheet.spec.calculus.Evaluation;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Prices requests by a model's price list. */
public final class Pricer {
  private Pricer() {}

  /** What a task for this model will cost. The task is taken to be valid. */
  public static Price price(ModelSpec model, JsonNode task) {
    Pricing pricing = model.pricing();
    if (pricing == null) {
      return new Price.Unknown("no price is published for " + model.identity().name());
    }
    Place place = Place.root(task);
    List<Pricing.Rate> rates = pricing.rates().stream().filter(rate -> fits(rate, place)).toList();
    if (rates.isEmpty()) {
      return new Price.Unknown("none of the published prices is for a request like this");
    }
    Bill bill = Bill.of(model, pricing, place);
    return rates.size() == 1 ? bill.at(rates.get(0)) : bill.atOneOf(rates);
  }

  private static boolean fits(Pricing.Rate rate, Place task) {
    Formula condition = rate.when();
    return condition == null || Evaluation.of(condition).holdsIn(task);
  }
}
