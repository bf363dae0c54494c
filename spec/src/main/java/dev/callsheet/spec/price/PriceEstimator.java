package dev.callsheet.spec.price;

import dev.callsheet.runtime.MediaDurations;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.ChargeCalculator;
import dev.callsheet.runtime.support.PriceCalculator;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.RenamedRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Estimates the price of requests from a model's price list. */
public final class PriceEstimator {
  private final ModelSpec model;
  private final JsonLocation task;
  private final GivenValues given;
  private final MediaDurations durations;

  private PriceEstimator(ModelSpec model, JsonNode task, MediaDurations durations) {
    this.model = model;
    this.task = JsonLocation.root(RenamedRequest.of(task, model).request());
    this.given = new GivenValues(model, this.task);
    this.durations = durations;
  }

  /**
   * What a task for this model will cost, as far as it shows that itself: exact, a range, a rate or
   * unknown. It must be valid; names of earlier days count as those of today.
   */
  public static Price price(ModelSpec model, JsonNode task) {
    return price(model, task, MediaDurations.inline());
  }

  /**
   * As above.
   *
   * @param durations how long the media are that the task speaks of
   */
  public static Price price(ModelSpec model, JsonNode task, MediaDurations durations) {
    Pricing pricing = model.pricing();
    return pricing == null
        ? new Price.Unknown("no price is published for " + model.metadata().name())
        : new PriceEstimator(model, task, durations).price(pricing);
  }

  /** The rates that a task has, each with its charge, in the order of the price list. */
  public static Map<Pricing.Rate, Charge> rates(ModelSpec model, JsonNode task) {
    PriceEstimator estimator = new PriceEstimator(model, task, MediaDurations.inline());
    Map<Pricing.Rate, Charge> rates = new LinkedHashMap<>();
    Pricing pricing = model.pricing();
    if (pricing != null) {
      for (Charge charge : pricing.charges()) {
        charge.rates().stream()
            .filter(
                rate -> estimator.holds(charge.condition()) && estimator.holds(rate.condition()))
            .forEach(rate -> rates.put(rate, charge));
      }
    }
    return rates;
  }

  private Price price(Pricing pricing) {
    PriceCalculator calculator = new PriceCalculator(pricing.currency());
    for (Charge charge : pricing.charges()) {
      if (holds(charge.condition())) {
        add(charge, calculator.charge(charge.id()));
      }
    }
    return calculator.price();
  }

  private void add(Charge charge, ChargeCalculator calculator) {
    calculator.count(charge.unit().accept(new RequestedQuantity(model, given, durations)));
    if (charge.free().signum() > 0) {
      calculator.beyond(charge.free().toPlainString());
    }
    Charge.Steps steps = charge.steps();
    if (steps != null) {
      calculator.steps(steps.rounding(), steps.size().toPlainString());
    }
    calculator.each(charge.unitsOfPrice().toPlainString());
    ParameterPath times = charge.multiplier();
    if (times != null) {
      calculator.times(times.toString(), given.number(times), AbsentValues.factor(model, times));
    }
    for (Pricing.Rate rate : charge.rates()) {
      calculator.rate(rate.label(), rate.price().toPlainString(), holds(rate.condition()));
    }
  }

  private boolean holds(@Nullable Formula condition) {
    return condition == null || FormulaCompiler.compile(condition).holdsIn(task);
  }
}
