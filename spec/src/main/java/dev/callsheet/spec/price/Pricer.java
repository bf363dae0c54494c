package dev.callsheet.spec.price;

import dev.callsheet.runtime.price.Amount;
import dev.callsheet.runtime.price.Bill;
import dev.callsheet.runtime.price.Price;
import dev.callsheet.spec.calculus.Evaluation;
import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Numbers;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    Bill bill = new Bill(pricing.currency());
    Pricing.Quantity per = pricing.per();
    if (per != null) {
      Path parameter = per.parameter();
      bill.per(
          per.unit(),
          parameter.toString(),
          given(model, parameter, place),
          Quantities.otherwise(model, parameter).orElse(null));
      Path input = per.follows();
      if (input != null) {
        bill.follow(input.toString(), !place.find(input).isEmpty());
      }
    }
    Path times = pricing.times();
    if (times != null) {
      bill.times(
          times.toString(),
          given(model, times, place),
          Quantities.otherwise(model, times).orElse(Quantities.ONE));
    }
    for (Pricing.Rate rate : pricing.rates()) {
      bill.rate(rate.label(), rate.price().toPlainString(), fits(rate, place));
    }
    return bill.price();
  }

  /** The number given, or what a value leaves open that is none; null when nothing is given. */
  private static @Nullable Object given(ModelSpec model, Path parameter, Place task) {
    List<Place> found = task.find(parameter);
    if (found.isEmpty()) {
      return null;
    }
    JsonNode value = found.get(0).value();
    if (value.isNumber()) {
      return Amount.exactly(Numbers.of(value));
    }
    return Quantities.open(model, parameter).<Object>map(amount -> amount).orElse(value);
  }

  private static boolean fits(Pricing.Rate rate, Place task) {
    Formula condition = rate.when();
    return condition == null || Evaluation.of(condition).holdsIn(task);
  }
}
