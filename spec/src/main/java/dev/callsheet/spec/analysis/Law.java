package dev.callsheet.spec.analysis;

import dev.callsheet.spec.model.Rule;
import org.logicng.formulas.Formula;
import org.logicng.formulas.Variable;

/**
 * A rule as the solver knows it.
 *
 * @param rule the rule
 * @param demand what it demands, in variables
 * @param complete whether that says all the rule does
 * @param kept switches the rule on: where it holds, so does the demand
 * @param broken where it holds, the demand does not
 */
record Law(Rule rule, Formula demand, boolean complete, Variable kept, Variable broken) {}
