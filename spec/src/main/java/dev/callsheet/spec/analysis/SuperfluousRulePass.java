package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds rules whose condition never holds, and rules that the others imply. Rules of included files
 * are written for many models, so that one of these does not need them is not reported; nor are
 * rules that say why they are there all the same.
 */
final class SuperfluousRulePass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation interpretation, SatModel satModel) {
    List<AnalysisFinding> findings = new ArrayList<>();
    for (EncodedRule encodedRule : satModel.rules()) {
      boolean included = !encodedRule.rule().location().file().equals(spec.location().file());
      if (!included && encodedRule.rule().redundancy() == null) {
        findDead(encodedRule, interpretation, satModel)
            .or(() -> findRedundant(encodedRule, satModel))
            .ifPresent(findings::add);
        String id = encodedRule.rule().id();
        satModel
            .takeUndecided(
                id, "The rule '" + id + "' adds something", encodedRule.rule().location())
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<AnalysisFinding> findDead(
      EncodedRule encodedRule, RuleInterpretation interpretation, SatModel satModel) {
    Rule rule = encodedRule.rule();
    Formula demand = interpretation.bindingBody(rule).toFormula();
    if (!(demand instanceof Formula.Implies conditional)) {
      return Optional.empty();
    }
    FormulaEncoder.EncodedFormula condition =
        satModel.encode(rule.scope(), conditional.condition());
    org.logicng.formulas.Formula holds = satModel.inScope(rule, condition.formula());
    List<EncodedRule> others = satModel.rulesBeside(encodedRule);
    if (satModel.isSatisfiable(holds, others)) {
      return Optional.empty();
    }
    Causes causes = satModel.smallestCauses(holds, others);
    return Optional.of(
        AnalysisFinding.causedBy(
            causes,
            "exclude it",
            AnalysisFinding.Kind.DEAD_RULE,
            rule.id(),
            "The condition of rule '" + rule.id() + "' never holds",
            rule.location()));
  }

  private static Optional<AnalysisFinding> findRedundant(
      EncodedRule encodedRule, SatModel satModel) {
    List<EncodedRule> others = satModel.rulesBeside(encodedRule);
    if (!encodedRule.isExact() || satModel.isSatisfiable(encodedRule.violationSelector(), others)) {
      return Optional.empty();
    }
    Causes causes = satModel.smallestCauses(encodedRule.formula().negate(), others);
    return Optional.of(
        AnalysisFinding.causedBy(
            causes,
            "imply it",
            AnalysisFinding.Kind.REDUNDANT_RULE,
            encodedRule.rule().id(),
            "The rule '" + encodedRule.rule().id() + "' adds nothing",
            encodedRule.rule().location()));
  }
}
