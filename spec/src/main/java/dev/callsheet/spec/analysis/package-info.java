/**
 * Proves a spec: that every parameter, listed value, rule, mode and price of it occurs in some
 * valid request, that optional parameters are optional, and that modes and prices partition the
 * valid requests. {@link dev.callsheet.spec.analysis.SpecAnalyzer} is the front door.
 *
 * <h2>How a spec is proved, class by class</h2>
 *
 * <p>There are infinitely many requests, but the rules of a spec tell only finitely many apart.
 *
 * <ol>
 *   <li>{@link dev.callsheet.spec.analysis.ComparedFragments} collects what rules and prices
 *       compare each parameter with.
 *   <li>{@link dev.callsheet.spec.analysis.ValuePartition} partitions the values of each parameter
 *       into {@linkplain dev.callsheet.spec.analysis.ValueClass classes} that none of these
 *       fragments tells apart. It tries the {@link dev.callsheet.spec.analysis.BoundaryValues};
 *       {@link dev.callsheet.spec.analysis.ValueClassMatcher} says what a facet makes of a class.
 *   <li>{@link dev.callsheet.spec.analysis.VariableTable} gives every parameter and every class a
 *       propositional variable, and states what the shapes demand of them.
 *   <li>{@link dev.callsheet.spec.analysis.FormulaEncoder} translates every rule into these
 *       variables. What it cannot express is left open, and listed with its {@link
 *       dev.callsheet.spec.analysis.LimitationReason}.
 *   <li>{@link dev.callsheet.spec.analysis.SatModel} gives all of this to a SAT solver, each {@link
 *       dev.callsheet.spec.analysis.EncodedRule} behind a switch, and answers whether a claim holds
 *       in some valid request.
 *   <li>Each {@link dev.callsheet.spec.analysis.AnalysisPass} asks the questions of one kind of
 *       flaw: is the presence of this parameter possible, the negation of this rule given the
 *       others, two modes at once?
 *   <li>If a claim is impossible, {@link dev.callsheet.spec.analysis.SmallestUnsatCore} finds a
 *       smallest set of rules that forbids it, for the message. If a flaw is a request that should
 *       not be valid, {@link dev.callsheet.spec.analysis.RequestSearch} constructs one.
 * </ol>
 *
 * <p>Items of a list are represented by one item: rules within an item look at nothing outside it,
 * so if one item is possible, so is a list of them. Sums, products, placeholders and patterns are
 * not encoded; a rule that needs them is listed as not analysed and restricts nothing.
 *
 * <p>{@link dev.callsheet.spec.analysis.ClaimSearch} answers claims that come from outside the
 * spec, such as the demands of another version of it.
 *
 * <p>The same model answers other modules: {@link dev.callsheet.spec.analysis.ModeProfile} and
 * {@link dev.callsheet.spec.analysis.ModeMatrix} (what each mode requires, allows and forbids), and
 * {@link dev.callsheet.spec.analysis.RequestSearch} (smallest valid requests, and requests that
 * violate one rule alone). {@link dev.callsheet.spec.analysis.SampleValues} needs no solver: values
 * of one shape, whatever the rules say.
 */
@NullMarked
package dev.callsheet.spec.analysis;

import org.jspecify.annotations.NullMarked;
