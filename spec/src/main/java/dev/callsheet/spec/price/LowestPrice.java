package dev.callsheet.spec.price;

import dev.callsheet.runtime.Amount;
import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.support.ChargeCalculator;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ChargeUnit;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The price that a model begins at: the cheapest rates of what every request pays for. */
public final class LowestPrice {
  private LowestPrice() {}

  /** By the unit, where it depends on the request; empty when no price is published. */
  public static Optional<Price> of(ModelSpec model) {
    return Optional.ofNullable(model.pricing()).map(LowestPrice::of);
  }

  private static Price of(Pricing pricing) {
    List<Charge> always =
        pricing.charges().stream().filter(LowestPrice::isPaidByEveryRequest).toList();
    Amount base = Amount.ZERO;
    List<Price.UnitPrice> units = new ArrayList<>();
    for (Charge charge : always.isEmpty() ? pricing.charges().subList(0, 1) : always) {
      Amount lowest = Amount.exactly(lowest(charge));
      if (charge.unit().name().isEmpty()) {
        base = base.plus(lowest);
      } else {
        units.add(new Price.UnitPrice(lowest, charge.unit().name()));
      }
    }
    return Price.of(base, units, pricing.currency(), pricing.overview());
  }

  /** Whether there is something to pay for in every request, as far as the charge alone says. */
  private static boolean isPaidByEveryRequest(Charge charge) {
    boolean mayBeNone =
        charge.unit() instanceof ChargeUnit.Items
            || (charge.unit() instanceof ChargeUnit.Seconds second && second.duration() == null);
    return charge.condition() == null && charge.free().signum() == 0 && !mayBeNone;
  }

  private static BigDecimal lowest(Charge charge) {
    BigDecimal price =
        charge.rates().stream()
            .map(Pricing.Rate::price)
            .min(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    return ChargeCalculator.perUnit(price, charge.unitsOfPrice());
  }
}
