package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;

/**
 * Charges and prices that no request has, prices that overlap, and requests without a price: the
 * rates of each charge partition the requests that the charge is for, and every request has a
 * charge. A list that is declared incomplete may leave requests out.
 */
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
    PartitionCheck check = new PartitionCheck(KINDS, spec, interpretation, satModel);
    List<PartitionCheck.Case> charges = new ArrayList<>();
    for (Charge charge : pricing.charges()) {
      PartitionCheck.Case applies = charge(charge, satModel);
      charges.add(applies);
      if (check.checkDead(applies)) {
        checkRates(charge, applies, pricing.complete(), check, satModel);
      }
    }
    if (pricing.complete()) {
      check.checkUncovered(
          "price", "A valid request can have no charge at all", pricing.location(), charges);
    }
    return check.findings();
  }

  private static void checkRates(
      Charge charge,
      PartitionCheck.Case applies,
      boolean complete,
      PartitionCheck check,
      SatModel satModel) {
    List<PartitionCheck.Case> rates =
        charge.rates().stream().map(rate -> rate(rate, charge, applies, satModel)).toList();
    check.checkDisjoint(rates);
    if (complete && applies.isExact()) {
      check.checkUncovered(
          applies.name(),
          "A valid request can have no price for the " + applies.name(),
          charge.location(),
          applies.condition(),
          rates);
    }
  }

  private static PartitionCheck.Case charge(Charge charge, SatModel satModel) {
    FormulaEncoder.EncodedFormula applies = encode(charge.condition(), satModel);
    return new PartitionCheck.Case(
        "charge '" + charge.id() + "'", charge.location(), applies.formula(), applies.isExact());
  }

  private static PartitionCheck.Case rate(
      Pricing.Rate rate, Charge charge, PartitionCheck.Case applies, SatModel satModel) {
    FormulaEncoder.EncodedFormula fits = encode(rate.condition(), satModel);
    Formula both = satModel.factory().and(applies.condition(), fits.formula());
    return new PartitionCheck.Case(
        "price '" + rate.label() + "'",
        rate.location(),
        both,
        applies.isExact() && fits.isExact(),
        charge.condition() == null ? "" : applies.name());
  }

  private static FormulaEncoder.EncodedFormula encode(
      dev.callsheet.spec.logic.@Nullable Formula condition, SatModel satModel) {
    return satModel.encode(
        ParameterPath.ROOT,
        condition == null ? new dev.callsheet.spec.logic.Formula.All(List.of()) : condition);
  }
}
