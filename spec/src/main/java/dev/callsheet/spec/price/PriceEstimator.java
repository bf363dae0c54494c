package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.PriceCalculator;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.FormulaCompiler;
import dev.callsheet.spec.logic.JsonLocation;
import dev.callsheet.spec.logic.JsonNumbers;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Estimates the price of requests from a model's price list. */
public final class PriceEstimator {
  private PriceEstimator() {}

  /** What a task for this model will cost: exact, a range, a rate or unknown. It must be valid. */
  public static Price price(ModelSpec model, JsonNode task) {
    Pricing pricing = model.pricing();
    if (pricing == null) {
      return new Price.Unknown("no price is published for " + model.metadata().name());
    }
    JsonLocation location = JsonLocation.root(task);
    PriceCalculator calculator = new PriceCalculator(pricing.currency());
    Pricing.Quantity per = pricing.quantity();
    if (per != null) {
      ParameterPath parameter = per.parameter();
      calculator.perUnit(
          per.unit(),
          parameter.toString(),
          givenAmount(model, parameter, location),
          QuantityEstimate.whenAbsent(model, parameter).orElse(null));
      ParameterPath input = per.overridingInput();
      if (input != null) {
        calculator.measureByInput(input.toString(), !location.resolve(input).isEmpty());
      }
    }
    ParameterPath times = pricing.multiplier();
    if (times != null) {
      calculator.multiplyBy(
          times.toString(),
          givenAmount(model, times, location),
          QuantityEstimate.whenAbsent(model, times).orElse(QuantityEstimate.ONE));
    }
    for (Pricing.Rate rate : pricing.rates()) {
      calculator.addRate(rate.label(), rate.price().toPlainString(), appliesTo(rate, location));
    }
    return calculator.price();
  }

  /** The number given, or the range for a value that is not a number; null when absent. */
  private static @Nullable Object givenAmount(
      ModelSpec model, ParameterPath parameter, JsonLocation task) {
    List<JsonLocation> found = task.resolve(parameter);
    if (found.isEmpty()) {
      return null;
    }
    JsonNode value = found.get(0).value();
    if (value.isNumber()) {
      return Amount.exactly(JsonNumbers.decimalValue(value));
    }
    return QuantityEstimate.whenNotNumeric(model, parameter)
        .<Object>map(amount -> amount)
        .orElse(value);
  }

  private static boolean appliesTo(Pricing.Rate rate, JsonLocation task) {
    Formula condition = rate.condition();
    return condition == null || FormulaCompiler.compile(condition).holdsIn(task);
  }
}
