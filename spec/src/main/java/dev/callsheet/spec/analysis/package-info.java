/**
 * Proves a spec: that every parameter, value, rule, mode and price of it can be met by some valid
 * request, and that they are the alternatives they claim to be. {@link
 * dev.callsheet.spec.analysis.SpecAnalyzer} is the front door.
 *
 * <h2>How</h2>
 *
 * <p>A spec has endless requests, yet its rules can tell only finitely many apart. For every
 * parameter the {@link dev.callsheet.spec.analysis.ValuePartition} cuts the values it may have into
 * cells that no rule, mode or price distinguishes; a {@link
 * dev.callsheet.spec.analysis.VariableTable} gives each parameter and each cell a variable; a
 * {@link dev.callsheet.spec.analysis.SatModel} holds what the shapes demand of them and, each
 * behind a switch, what the rules demand. Every question then is one to a SAT solver: can this be,
 * all rules on? If not, the smallest set of rules that forbids it is the answer's reason.
 *
 * <p>What items of a list may be is asked of one representative item: rules within an item look at
 * nothing outside it, so if one item can be, so can a list of them. Sums, products, placeholders
 * and patterns lie outside; a rule that speaks of them is listed as not analysed and restricts
 * nothing.
 */
@NullMarked
package dev.callsheet.spec.analysis;

import org.jspecify.annotations.NullMarked;
