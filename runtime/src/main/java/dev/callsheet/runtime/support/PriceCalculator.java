package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what one request costs: first what it asks for, in the units that a price list counts in,
 * then the rates of the list, each with whether it is for such a request. Without a unit, the price
 * is one by the request. For one thread.
 */
public final class PriceCalculator {
  private final String currency;
  private final List<ApplicableRate> applicableRates = new ArrayList<>();
  private @Nullable Amount quantity = Amount.ONE;
  private String unit = "";
  private String quantityText = "one request";
  private Amount factor = Amount.ONE;
  private String factorText = "";

  /** A bill with nothing on it, in a currency such as {@code USD}. */
  public PriceCalculator(String currency) {
    this.currency = currency;
  }

  /** Counts in the units that a parameter gives; nothing is known of it when it gives none. */
  public void perUnit(String unit, String parameter, @Nullable Object given) {
    perUnit(unit, parameter, given, null);
  }

  /**
   * Counts in the units that a parameter gives.
   *
   * @param unit such as {@code s}
   * @param given its value, or null when it is not provided; one that is neither a number nor an
   *     {@link Amount} leaves open how many there are
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public void perUnit(
      String unit, String parameter, @Nullable Object given, @Nullable Amount otherwise) {
    this.unit = unit;
    quantity = given == null ? otherwise : Amount.of(given).orElse(null);
    quantityText =
        quantity == null
            ? "an unknown number of " + unit
            : quantity + " " + unit + (given == null ? " (" + parameter + " not given)" : "");
  }

  /** Lets an input decide how many units there are, which the request then does not show. */
  public void measureByInput(String input, boolean isProvided) {
    if (isProvided) {
      quantity = null;
      quantityText = "as many " + unit + " as " + input + " has";
    }
  }

  /**
   * Multiplies once more.
   *
   * @param given the parameter's value, or null when it is not provided
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public void multiplyBy(String parameter, @Nullable Object given, Amount otherwise) {
    factor = given == null ? otherwise : Amount.of(given).orElse(Amount.ONE);
    factorText = factor.equals(Amount.ONE) ? "" : " x " + factor + " (" + parameter + ")";
  }

  /**
   * Takes in a rate of the list.
   *
   * @param label the page's words for what it is for
   * @param price for one unit, in decimals
   * @param fits whether it is for such a request
   */
  public void addRate(String label, String price, boolean fits) {
    if (fits) {
      applicableRates.add(new ApplicableRate(label, new BigDecimal(price)));
    }
  }

  /** What it comes to: at the one rate that fits, or between those that may. */
  public Price price() {
    if (applicableRates.isEmpty()) {
      return new Price.Unknown("none of the published prices is for a request like this");
    }
    return applicableRates.size() == 1
        ? priceAt(applicableRates.get(0))
        : priceBetween(applicableRates);
  }

  private Price priceAt(ApplicableRate rate) {
    String per = unit.isEmpty() ? "" : "/" + unit;
    String shown = rate.price().toPlainString() + " " + currency + per;
    String why = quantityText + factorText + " at " + shown + ": " + rate.label();
    Optional<Price> price = total(rate.price(), rate.price(), why);
    if (price.isPresent()) {
      return price.get();
    }
    return factor.isExact()
        ? new Price.Rate(rate.price().multiply(factor.minimum()), currency, unit, why)
        : new Price.Unknown(why);
  }

  private Price priceBetween(List<ApplicableRate> rates) {
    List<BigDecimal> prices = rates.stream().map(ApplicableRate::price).sorted().toList();
    String why =
        quantityText + factorText + ", and " + rates.size() + " of the published prices fit";
    return total(prices.get(0), prices.get(prices.size() - 1), why)
        .orElseGet(() -> new Price.Unknown(why));
  }

  private Optional<Price> total(BigDecimal cheapest, BigDecimal dearest, String why) {
    if (quantity == null) {
      return Optional.empty();
    }
    BigDecimal minimum = cheapest.multiply(factor.minimum()).multiply(quantity.minimum());
    BigDecimal maximum = dearest.multiply(factor.maximum()).multiply(quantity.maximum());
    return Optional.of(
        minimum.compareTo(maximum) == 0
            ? new Price.Exact(minimum, currency, why)
            : new Price.Between(minimum, maximum, currency, why));
  }

  private record ApplicableRate(String label, BigDecimal price) {}
}
