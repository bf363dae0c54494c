package dev.callsheet.spec.price;

import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, in the units that a price list counts in.
 *
 * @param quantity how many units; empty when the request does not show it
 * @param times what multiplies once more; 1 when nothing does
 * @param counted the quantity for people, such as {@code 8 s}; where there is none, why not
 * @param repeated the multiplier for people, such as {@code x 2 (numberResults)}; empty for 1
 * @param unit such as {@code s}; empty for a price by the request
 * @param currency such as {@code USD}
 */
record Bill(
    Optional<Amount> quantity,
    Amount times,
    String counted,
    String repeated,
    String unit,
    String currency) {

  static Bill of(ModelSpec model, Pricing pricing, Place task) {
    Amount times =
        Optional.ofNullable(pricing.times())
            .flatMap(path -> Amount.of(model, path, task))
            .orElse(Amount.ONE);
    String repeated =
        pricing.times() == null || times.equals(Amount.ONE)
            ? ""
            : " x " + times + " (" + pricing.times() + ")";
    Pricing.Quantity per = pricing.per();
    if (per == null) {
      return new Bill(
          Optional.of(Amount.ONE), times, "one request", repeated, "", pricing.currency());
    }
    boolean elsewhere = per.follows() != null && !task.find(per.follows()).isEmpty();
    Optional<Amount> quantity =
        elsewhere ? Optional.empty() : Amount.of(model, per.parameter(), task);
    String counted =
        quantity
            .map(amount -> amount + " " + per.unit() + origin(per, task))
            .orElseGet(
                () ->
                    elsewhere
                        ? "as many " + per.unit() + " as " + per.follows() + " has"
                        : "an unknown number of " + per.unit());
    return new Bill(quantity, times, counted, repeated, per.unit(), pricing.currency());
  }

  /** What it comes to at a rate. */
  Price at(Pricing.Rate rate) {
    String why = counted + repeated + " at " + shown(rate) + ": " + rate.label();
    BigDecimal least = rate.price().multiply(times.minimum());
    BigDecimal most = rate.price().multiply(times.maximum());
    if (quantity.isEmpty()) {
      return times.isExact() ? new Price.Rate(least, currency, unit, why) : new Price.Unknown(why);
    }
    Amount units = quantity.get();
    return between(least.multiply(units.minimum()), most.multiply(units.maximum()), why);
  }

  /** What it comes to when any of several rates may be the one. */
  Price atOneOf(List<Pricing.Rate> rates) {
    List<BigDecimal> prices = rates.stream().map(Pricing.Rate::price).sorted().toList();
    String why = counted + repeated + ", and " + rates.size() + " of the published prices fit";
    if (quantity.isEmpty()) {
      return new Price.Unknown(why);
    }
    Amount units = quantity.get();
    return between(
        prices.get(0).multiply(times.minimum()).multiply(units.minimum()),
        prices.get(prices.size() - 1).multiply(times.maximum()).multiply(units.maximum()),
        why);
  }

  private Price between(BigDecimal minimum, BigDecimal maximum, String why) {
    return minimum.compareTo(maximum) == 0
        ? new Price.Exact(minimum, currency, why)
        : new Price.Between(minimum, maximum, currency, why);
  }

  private String shown(Pricing.Rate rate) {
    return rate.price().toPlainString() + " " + currency + (unit.isEmpty() ? "" : "/" + unit);
  }

  private static String origin(Pricing.Quantity per, Place task) {
    return task.find(per.parameter()).isEmpty() ? " (" + per.parameter() + " not given)" : "";
  }
}
