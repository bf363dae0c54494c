/**
 * The small calculus that every rule reduces to. A {@link dev.callsheet.spec.logic.Formula} is
 * built from three kinds of atom: a parameter is provided, its value matches a fragment, a numeric
 * fact holds. The atoms are combined by <em>all, any, not, implies</em> and <em>count</em>. Linter,
 * generated checkers, JSON Schema and analyser each implement this calculus and nothing else.
 *
 * <p>{@link dev.callsheet.spec.logic.FormulaCompiler} reads formulas in requests as JSON trees, and
 * {@link dev.callsheet.spec.logic.FacetPredicates} tests values by facets.
 */
@NullMarked
package dev.callsheet.spec.logic;

import org.jspecify.annotations.NullMarked;
