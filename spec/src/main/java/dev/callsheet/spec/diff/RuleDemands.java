package dev.callsheet.spec.diff;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.analysis.ScopedFormula;
import dev.callsheet.spec.logic.Formula;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Rule;
import dev.callsheet.spec.model.RuleInterpretation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the rules of one spec demand of the requests of another, which has not the same rule. */
final class RuleDemands {
  private RuleDemands() {}

  /**
   * The demands, in the order of the rules. A rule whose violation is a warning demands nothing.
   *
   * @param given the spec whose requests are asked about
   * @param demanding the spec whose rules they are to keep
   */
  static List<Demand> of(ModelSpec given, ModelSpec demanding, RuleInterpretation interpretation) {
    Set<ScopedFormula> kept = new HashSet<>();
    binding(given).forEach(rule -> kept.add(says(rule, interpretation)));
    List<Demand> demands = new ArrayList<>();
    for (Rule rule : binding(demanding)) {
      ScopedFormula demand = says(rule, interpretation);
      if (!kept.contains(demand) && KnownParameters.has(given, rule.scope())) {
        Formula known = KnownParameters.restrict(demand.formula(), given, rule.scope());
        demands.add(
            new Demand(
                Demand.Kind.RULE,
                rule.id(),
                rule.location(),
                new ScopedFormula(rule.scope(), known)));
      }
    }
    return demands;
  }

  private static List<Rule> binding(ModelSpec spec) {
    return spec.rules().stream().filter(rule -> rule.severity() == Severity.ERROR).toList();
  }

  private static ScopedFormula says(Rule rule, RuleInterpretation interpretation) {
    return new ScopedFormula(rule.scope(), interpretation.bindingBody(rule).toFormula());
  }
}
