package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out one charge of a request: how much there is of what is paid for, less what is free,
 * rounded to steps, times a factor, times the one rate that fits.
 */
public final class ChargeCalculator {
  private final String id;
  private final String currency;
  private final List<FittingRate> fittingRates = new ArrayList<>();
  private Quantity quantity = Quantity.REQUEST;
  private String quantityText = Quantity.REQUEST.toString();
  private BigDecimal unitsOfPrice = BigDecimal.ONE;
  private Amount factor = Amount.ONE;

  ChargeCalculator(String id, String currency) {
    this.id = id;
    this.currency = currency;
  }

  /** What is paid for. */
  public ChargeCalculator count(Quantity counted) {
    quantity = counted;
    quantityText = counted.toString();
    return this;
  }

  /** So much of it is free. */
  public ChargeCalculator beyond(String free) {
    BigDecimal amount = new BigDecimal(free);
    quantity = quantity.map(all -> all.subtract(amount).max(BigDecimal.ZERO));
    quantityText +=
        quantity
            .amount()
            .map(rest -> " (" + rest + " beyond " + free + ")")
            .orElse(" (beyond " + free + ")");
    return this;
  }

  /** It is counted in multiples of this. */
  public ChargeCalculator steps(RoundingMode rounding, String step) {
    BigDecimal size = new BigDecimal(step);
    Optional<Amount> exact = quantity.amount();
    quantity = quantity.map(all -> all.divide(size, 0, rounding).multiply(size));
    quantityText +=
        quantity
            .amount()
            .map(rounded -> exact.equals(quantity.amount()) ? "" : " (rounded to " + rounded + ")")
            .orElse(" (in steps of " + step + ")");
    return this;
  }

  /** Prices are for so many units. */
  public ChargeCalculator each(String units) {
    unitsOfPrice = new BigDecimal(units);
    return this;
  }

  /**
   * Multiplies once more.
   *
   * @param given the parameter's value, or null when it is not provided; one that is no number
   *     counts once
   * @param otherwise what counts where it is not provided: its default, or its range
   */
  public ChargeCalculator times(String parameter, @Nullable Object given, Amount otherwise) {
    factor = given == null ? otherwise : Amount.of(given).orElse(Amount.ONE);
    quantityText += factor.equals(Amount.ONE) ? "" : " x " + factor + " (" + parameter + ")";
    return this;
  }

  /**
   * Takes in a rate of the list.
   *
   * @param label the page's words for what it is for
   * @param price in decimals
   * @param fits whether it is for such a request
   */
  public ChargeCalculator rate(String label, String price, boolean fits) {
    if (fits) {
      fittingRates.add(new FittingRate(label, new BigDecimal(price)));
    }
    return this;
  }

  String id() {
    return id;
  }

  /** At the one rate that fits, or between those that may; unknown where none does. */
  Price price() {
    if (fittingRates.isEmpty()) {
      return new Price.Unknown("no price is published for a request like this");
    }
    Comparator<BigDecimal> order = Comparator.naturalOrder();
    Amount rate =
        new Amount(
            fittingRates.stream().map(FittingRate::price).min(order).orElseThrow(),
            fittingRates.stream().map(FittingRate::price).max(order).orElseThrow());
    Amount ofUnit = rate.times(factor);
    return quantity
        .amount()
        .map(shown -> Price.of(perUnit(ofUnit.times(shown)), List.of(), currency, why()))
        .orElseGet(
            () ->
                Price.of(
                    Amount.ZERO,
                    List.of(new Price.UnitPrice(perUnit(ofUnit), quantity.unit())),
                    currency,
                    why()));
  }

  private String why() {
    return fittingRates.size() == 1
        ? quantityText + " at " + displayed(fittingRates.get(0))
        : quantityText + ", and " + fittingRates.size() + " of the published prices fit";
  }

  private Amount perUnit(Amount price) {
    return price.map(amount -> perUnit(amount, unitsOfPrice));
  }

  /** The price of one unit, of a price for several. */
  public static BigDecimal perUnit(BigDecimal price, BigDecimal units) {
    return units.compareTo(BigDecimal.ONE) == 0 ? price : Quantity.quotient(price, units);
  }

  private String displayed(FittingRate rate) {
    String unit = quantity.unit();
    String units =
        unitsOfPrice.compareTo(BigDecimal.ONE) == 0
            ? unit
            : unitsOfPrice.toPlainString() + " " + Quantity.plural(unit);
    String per = unit.isEmpty() ? "" : "/" + units;
    return rate.price().toPlainString() + " " + currency + per + ": " + rate.label();
  }

  private record FittingRate(String label, BigDecimal price) {}
}
