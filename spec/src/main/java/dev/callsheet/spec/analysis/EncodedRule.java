package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.Rule;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;

/**
 * A rule as the solver knows it.
 *
 * @param rule the rule
 * @param formula what it demands, in variables
 * @param isExact whether that says all the rule does
 * @param selector switches the rule on: where it holds, so does the demand
 * @param violationSelector where it holds, the demand does not
 */
record EncodedRule(
    Rule rule, Formula formula, boolean isExact, Variable selector, Variable violationSelector) {}
