package dev.callsheet.spec.analysis;

import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules whose condition never holds, and rules that the others imply. Rules of included files are
 * written for many models; that one of these has no use for them is no flaw.
 */
final class SuperfluousRulePass implements AnalysisPass {
  @Override
  public List<AnalysisFinding> findings(
      ModelSpec spec, RuleInterpretation reading, SatModel theory) {
    List<AnalysisFinding> findings = new ArrayList<>();
    for (EncodedRule law : theory.rules()) {
      boolean included = !law.rule().location().file().equals(spec.location().file());
      if (!included) {
        findDead(law, reading, theory)
            .or(() -> findRedundant(law, theory))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<AnalysisFinding> findDead(
      EncodedRule law, RuleInterpretation reading, SatModel theory) {
    Rule rule = law.rule();
    Formula demand = reading.bindingBody(rule).toFormula();
    if (!(demand instanceof Formula.Implies conditional)) {
      return Optional.empty();
    }
    FormulaEncoder.EncodedFormula condition = theory.encode(rule.scope(), conditional.condition());
    VariableTable.Entry scope = theory.variables().entry(rule.scope());
    org.logicng.formulas.Formula holds =
        scope == null
            ? condition.formula()
            : theory.factory().and(scope.presence(), condition.formula());
    List<EncodedRule> others = theory.rulesExcept(law);
    if (theory.isSatisfiable(holds, others)) {
      return Optional.empty();
    }
    List<CausingRule> causes = theory.smallestCauses(holds, others);
    return Optional.of(
        new AnalysisFinding(
            AnalysisFinding.Kind.DEAD_RULE,
            rule.id(),
            "The condition of rule '"
                + rule.id()
                + "' never holds: "
                + CauseDescription.of(causes, "exclude it")
                + ".",
            rule.location(),
            causes,
            null));
  }

  private static Optional<AnalysisFinding> findRedundant(EncodedRule law, SatModel theory) {
    List<EncodedRule> others = theory.rulesExcept(law);
    if (!law.isExact() || theory.isSatisfiable(law.violationSelector(), others)) {
      return Optional.empty();
    }
    List<CausingRule> causes = theory.smallestCauses(law.formula().negate(), others);
    return Optional.of(
        new AnalysisFinding(
            AnalysisFinding.Kind.REDUNDANT_RULE,
            law.rule().id(),
            "The rule '"
                + law.rule().id()
                + "' adds nothing: "
                + CauseDescription.of(causes, "imply it")
                + ".",
            law.rule().location(),
            causes,
            null));
  }
}
