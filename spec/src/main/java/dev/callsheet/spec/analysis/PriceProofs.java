package dev.callsheet.spec.analysis;

import dev.callsheet.spec.calculus.Formula;
import dev.callsheet.spec.calculus.Path;
import dev.callsheet.spec.lint.Reading;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import java.util.ArrayList;
import java.util.List;

/** Prices no request has, prices that overlap, requests without a price. */
final class PriceProofs implements Proof {
  private static final Alternatives.Kinds KINDS =
      new Alternatives.Kinds(
          SpecFinding.Kind.DEAD_PRICE,
          SpecFinding.Kind.OVERLAPPING_PRICES,
          SpecFinding.Kind.UNPRICED_REQUESTS);

  @Override
  public List<SpecFinding> flaws(ModelSpec spec, Reading reading, Theory theory) {
    Pricing pricing = spec.pricing();
    if (pricing == null) {
      return List.of();
    }
    List<Alternatives.Alternative> rates = new ArrayList<>();
    for (Pricing.Rate rate : pricing.rates()) {
      Formula when = rate.when();
      Encoding.Encoded holds =
          theory.encode(Path.ROOT, when == null ? new Formula.All(List.of()) : when);
      rates.add(
          new Alternatives.Alternative(
              "price '" + rate.label() + "'", rate.location(), holds.formula(), holds.complete()));
    }
    return new Alternatives(KINDS, spec, reading, theory).flaws("price", pricing.location(), rates);
  }
}
