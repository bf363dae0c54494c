/**
 * Writes a model's checker and its price list. {@link
 * dev.callsheet.generator.internal.java.checker.CheckerGenerator} is the front door; {@code
 * ParameterCheckMethods} writes a method for each parameter and {@code RuleMethods} one for each
 * rule. Conditions come from {@code FormulaConditions} and {@code FacetConditions}, one method for
 * each kind of formula and facet: a new kind of rule needs nothing here unless it needs a new kind
 * of formula.
 */
@NullMarked
package dev.callsheet.generator.internal.java.checker;

import org.jspecify.annotations.NullMarked;
