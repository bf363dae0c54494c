package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.Charge;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import dev.callsheet.spec.source.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves that a spec is free of contradictions, or finds them. */
public final class SpecAnalyzer {
  private static final List<AnalysisPass> PASSES =
      List.of(
          new DeadParameterPass(),
          new DeadValuePass(),
          new DeadFormPass(),
          new FalseOptionalPass(),
          new SuperfluousRulePass(),
          new ModePartitionPass(),
          new PricePartitionPass());

  private SpecAnalyzer() {}

  /** Everything that is wrong with a spec whose rules are read in that way. */
  public static AnalysisResult analyze(ModelSpec spec, RuleInterpretation interpretation) {
    SatModel satModel = new SatModel(spec, interpretation);
    List<AnalysisFinding> findings = new ArrayList<>();
    if (!satModel.isSatisfiable(satModel.factory().verum())) {
      findings.add(inconsistent(spec, satModel));
    } else if (satModel.takeUndecided()) {
      String statement = "A request for " + spec.id() + " is valid";
      findings.add(AnalysisFinding.undecided(spec.id(), statement, spec.location()));
    } else {
      PASSES.forEach(proof -> findings.addAll(proof.findings(spec, interpretation, satModel)));
    }
    return new AnalysisResult(findings, limitations(spec, interpretation, satModel));
  }

  private static List<AnalysisLimitation> limitations(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<AnalysisLimitation> found = new ArrayList<>();
    for (EncodedRule encodedRule : satModel.rules()) {
      if (!encodedRule.isExact()) {
        Rule rule = encodedRule.rule();
        String reason = LimitationReason.of(interpretation.bindingBody(rule).toFormula());
        found.add(new AnalysisLimitation(rule.id(), reason, rule.location()));
      }
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      for (Charge charge : pricing.charges()) {
        limitation(charge.condition(), charge.id(), charge.location(), satModel)
            .ifPresent(found::add);
        for (Pricing.Rate rate : charge.rates()) {
          limitation(rate.condition(), rate.label(), rate.location(), satModel)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<AnalysisLimitation> limitation(
      @Nullable Formula when, String subject, SourceLocation location, SatModel satModel) {
    return when == null || satModel.encode(ParameterPath.ROOT, when).isExact()
        ? Optional.empty()
        : Optional.of(new AnalysisLimitation(subject, LimitationReason.of(when), location));
  }

  private static AnalysisFinding inconsistent(ModelSpec spec, SatModel satModel) {
    Causes causes = satModel.smallestCauses(satModel.factory().verum(), satModel.bindingRules());
    return AnalysisFinding.causedBy(
        causes,
        "exclude every request",
        AnalysisFinding.Kind.INCONSISTENT,
        spec.id(),
        "No request for " + spec.id() + " is valid",
        spec.location());
  }
}
