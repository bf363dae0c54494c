package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;

/** Prices no request has, prices that overlap, requests without a price. */
final class PricePartitionPass implements AnalysisPass {
  private static final PartitionCheck.FindingKinds KINDS =
      new PartitionCheck.FindingKinds(
          AnalysisFinding.Kind.DEAD_PRICE,
          AnalysisFinding.Kind.OVERLAPPING_PRICES,
          AnalysisFinding.Kind.UNPRICED_REQUESTS);

  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    Pricing pricing = spec.pricing();
    if (pricing == null) {
      return List.of();
    }
    List<PartitionCheck.Case> rates = new ArrayList<>();
    for (Pricing.Rate rate : pricing.rates()) {
      Formula when = rate.condition();
      FormulaEncoder.EncodedFormula holds =
          satModel.encode(ParameterPath.ROOT, when == null ? new Formula.All(List.of()) : when);
      rates.add(
          new PartitionCheck.Case(
              "price '" + rate.label() + "'", rate.location(), holds.formula(), holds.isExact()));
    }
    return new PartitionCheck(KINDS, spec, interpretation, satModel)
        .check("price", pricing.location(), rates);
  }
}
