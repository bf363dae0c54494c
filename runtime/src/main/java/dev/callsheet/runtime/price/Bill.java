package dev.callsheet.runtime.price;

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
public final class Bill {
  private final String currency;
  private final List<Rate> fitting = new ArrayList<>();
  private @Nullable Amount quantity = Amount.ONE;
  private String unit = "";
  private String counted = "one request";
  private Amount times = Amount.ONE;
  private String repeated = "";

  /** A bill with nothing on it, in a currency such as {@code USD}. */
  public Bill(String currency) {
    this.currency = currency;
  }

  /** Counts in the units that a parameter gives; nothing is known of it when it gives none. */
  public void per(String unit, String parameter, @Nullable Object given) {
    per(unit, parameter, given, null);
  }

  /**
   * Counts in the units that a parameter gives.
   *
   * @param unit such as {@code s}
   * @param given its value, or null when it is not provided; one that is neither a number nor an
   *     {@link Amount} leaves open how many there are
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public void per(
      String unit, String parameter, @Nullable Object given, @Nullable Amount otherwise) {
    this.unit = unit;
    quantity = given == null ? otherwise : Amount.of(given).orElse(null);
    counted =
        quantity == null
            ? "an unknown number of " + unit
            : quantity + " " + unit + (given == null ? " (" + parameter + " not given)" : "");
  }

  /** Lets an input decide how many units there are, which the request then does not show. */
  public void follow(String input, boolean isProvided) {
    if (isProvided) {
      quantity = null;
      counted = "as many " + unit + " as " + input + " has";
    }
  }

  /**
   * Multiplies once more.
   *
   * @param given the parameter's value, or null when it is not provided
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public void times(String parameter, @Nullable Object given, Amount otherwise) {
    times = given == null ? otherwise : Amount.of(given).orElse(Amount.ONE);
    repeated = times.equals(Amount.ONE) ? "" : " x " + times + " (" + parameter + ")";
  }

  /**
   * Takes in a rate of the list.
   *
   * @param label the page's words for what it is for
   * @param price for one unit, in decimals
   * @param fits whether it is for such a request
   */
  public void rate(String label, String price, boolean fits) {
    if (fits) {
      fitting.add(new Rate(label, new BigDecimal(price)));
    }
  }

  /** What it comes to: at the one rate that fits, or between those that may. */
  public Price price() {
    if (fitting.isEmpty()) {
      return new Price.Unknown("none of the published prices is for a request like this");
    }
    return fitting.size() == 1 ? at(fitting.get(0)) : atOneOf(fitting);
  }

  private Price at(Rate rate) {
    String per = unit.isEmpty() ? "" : "/" + unit;
    String shown = rate.price().toPlainString() + " " + currency + per;
    String why = counted + repeated + " at " + shown + ": " + rate.label();
    Optional<Price> price = total(rate.price(), rate.price(), why);
    if (price.isPresent()) {
      return price.get();
    }
    return times.isExact()
        ? new Price.Rate(rate.price().multiply(times.minimum()), currency, unit, why)
        : new Price.Unknown(why);
  }

  private Price atOneOf(List<Rate> rates) {
    List<BigDecimal> prices = rates.stream().map(Rate::price).sorted().toList();
    String why = counted + repeated + ", and " + rates.size() + " of the published prices fit";
    return total(prices.get(0), prices.get(prices.size() - 1), why)
        .orElseGet(() -> new Price.Unknown(why));
  }

  private Optional<Price> total(BigDecimal cheapest, BigDecimal dearest, String why) {
    if (quantity == null) {
      return Optional.empty();
    }
    BigDecimal minimum = cheapest.multiply(times.minimum()).multiply(quantity.minimum());
    BigDecimal maximum = dearest.multiply(times.maximum()).multiply(quantity.maximum());
    return Optional.of(
        minimum.compareTo(maximum) == 0
            ? new Price.Exact(minimum, currency, why)
            : new Price.Between(minimum, maximum, currency, why));
  }

  private record Rate(String label, BigDecimal price) {}
}
