package dev.callsheet.spec.analysis;

import dev.callsheet.runtime.Severity;
import dev.callsheet.spec.model.Rule;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;

/**
 * A rule in the {@link SatModel}.
 *
 * @param rule the rule
 * @param formula what it demands, over the variables
 * @param isExact whether the formula is exact; if not, it demands less than the rule
 * @param selector switches the rule on: where it holds, so does the formula
 * @param violationSelector where it holds, the formula does not
 */
record EncodedRule(
    Rule rule, Formula formula, boolean isExact, Variable selector, Variable violationSelector) {
  /** Whether every valid request keeps the rule. */
  boolean isBinding() {
    return rule.severity() == Severity.ERROR;
  }
}
