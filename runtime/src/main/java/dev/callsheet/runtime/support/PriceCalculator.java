package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Price;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up what one request costs, charge by charge. Whoever prices requests, generated code and
 * specs alike, fills in one of these; all arithmetic is here and in {@link ChargeCalculator}. For
 * one thread.
 */
public final class PriceCalculator {
  private final String currency;
  private final List<ChargeCalculator> charges = new ArrayList<>();

  /** A bill with nothing on it, in a currency such as {@code USD}. */
  public PriceCalculator(String currency) {
    this.currency = currency;
  }

  /** Begins a charge, which is for the request as a whole unless something is counted. */
  public ChargeCalculator charge(String id) {
    ChargeCalculator charge = new ChargeCalculator(id, currency);
    charges.add(charge);
    return charge;
  }

  /** What it comes to. */
  public Price price() {
    return charges.isEmpty()
        ? new Price.Unknown("none of the published charges is for a request like this")
        : Price.sum(
            currency,
            charges.stream().map(charge -> new Price.Charge(charge.id(), charge.price())).toList());
  }
}
