/**
 * What rules mean: formulas about requests, and the facets of values.
 *
 * <p>Start with {@link dev.callsheet.spec.logic.RuleBody}: the forms of rules that a spec can
 * write, each with the {@link dev.callsheet.spec.logic.Formula} that it stands for. A formula
 * combines, by <em>all, any, not, implies</em> and <em>count</em>, atoms about parameters: one is
 * provided, its value matches a {@link dev.callsheet.spec.logic.SchemaFragment}, a sum, product or
 * quotient lies within bounds, placeholders in texts name items. A fragment is a conjunction of
 * {@link dev.callsheet.spec.logic.Facet}s, with JSON Schema's meaning.
 *
 * <p>Validator, linter, generated checkers, JSON Schema export and analysis all implement these
 * formulas and facets and nothing else. They take them apart by {@link
 * dev.callsheet.spec.logic.FormulaVisitor} and {@link dev.callsheet.spec.logic.FacetVisitor}, so
 * that a new kind does not compile until each of them handles it.
 *
 * <p>The reference implementation is here: {@link dev.callsheet.spec.logic.FormulaCompiler} and
 * {@link dev.callsheet.spec.logic.FacetPredicates} compile formulas and facets to functions of JSON
 * trees. Their results are {@link dev.callsheet.spec.logic.TruthValue}s, because a formula is
 * unknown where it depends on {@linkplain dev.callsheet.spec.logic.UnreliableValues values that are
 * wrong themselves}.
 */
@NullMarked
package dev.callsheet.spec.logic;

import org.jspecify.annotations.NullMarked;
