package dev.callsheet.runtime.support;

import dev.callsheet.runtime.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    if (charges.isEmpty()) {
      return new Price.Unknown("none of the published charges is for a request like this");
    }
    List<Price.Charge> parts = new ArrayList<>();
    Optional<ChargeCalculator.Subtotal> sum = Optional.of(ChargeCalculator.Subtotal.NOTHING);
    for (ChargeCalculator charge : charges) {
      Optional<ChargeCalculator.Subtotal> part = charge.subtotal();
      parts.add(new Price.Charge(charge.id(), price(part, charge.why(), List.of())));
      sum = sum.flatMap(before -> part.map(before::plus));
    }
    return price(sum, why(parts), parts);
  }

  private Price price(
      Optional<ChargeCalculator.Subtotal> amount, String why, List<Price.Charge> parts) {
    return amount
        .map(known -> Price.of(known.base(), known.units(), currency, why, parts))
        .orElseGet(() -> new Price.Unknown(why, parts));
  }

  private static String why(List<Price.Charge> parts) {
    return parts.size() == 1
        ? parts.get(0).price().why()
        : parts.stream()
            .map(part -> part.id() + ": " + part.price().why())
            .collect(Collectors.joining("; "));
  }
}
