package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Pricing;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;

/** Proves a spec free of contradictions, or says where they are. */
public final class SpecAnalyzer {
  private static final List<AnalysisPass> PASSES =
      List.of(
          new DeadParameterPass(),
          new DeadValuePass(),
          new FalseOptionalPass(),
          new SuperfluousRulePass(),
          new ModePartitionPass(),
          new PricePartitionPass());

  private SpecAnalyzer() {}

  /** Everything that is wrong with a spec whose rules are read in that way. */
  public static AnalysisResult analyze(ModelSpec spec, RuleInterpretation reading) {
    SatModel theory = new SatModel(spec, reading);
    List<AnalysisFinding> findings = new ArrayList<>();
    if (theory.isSatisfiable(theory.factory().verum())) {
      PASSES.forEach(proof -> findings.addAll(proof.findings(spec, reading, theory)));
    } else {
      findings.add(inconsistent(spec, theory));
    }
    return new AnalysisResult(findings, limitations(spec, reading, theory));
  }

  private static List<AnalysisLimitation> limitations(
      ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    List<AnalysisLimitation> found = new ArrayList<>();
    for (EncodedRule law : theory.rules()) {
      if (!law.isExact()) {
        Rule rule = law.rule();
        String reason = LimitationReason.of(reading.bindingBody(rule).toFormula());
        found.add(new AnalysisLimitation(rule.id(), reason, rule.location()));
      }
    }
    Pricing pricing = spec.pricing();
    if (pricing != null) {
      for (Pricing.Rate rate : pricing.rates()) {
        Formula when = rate.condition();
        if (when != null && !theory.encode(ParameterPath.ROOT, when).isExact()) {
          found.add(
              new AnalysisLimitation(rate.label(), LimitationReason.of(when), rate.location()));
        }
      }
    }
    return found;
  }

  private static AnalysisFinding inconsistent(ModelSpec spec, SatModel theory) {
    List<CausingRule> causes = theory.smallestCauses(theory.factory().verum(), theory.rules());
    return new AnalysisFinding(
        AnalysisFinding.Kind.INCONSISTENT,
        spec.id(),
        "No request for "
            + spec.id()
            + " is valid: "
            + CauseDescription.of(causes, "exclude every request")
            + ".",
        spec.location(),
        causes,
        null);
  }
}
