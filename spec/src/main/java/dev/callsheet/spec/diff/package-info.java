/**
 * What changes for callers from one version of a spec to another. {@link
 * dev.callsheet.spec.diff.SpecDiff} is the front door.
 *
 * <p>Two specs are not compared as texts, nor rule by rule. What the new one demands, of shapes
 * ({@link dev.callsheet.spec.diff.ShapeDemands}) and by rules ({@link
 * dev.callsheet.spec.diff.RuleDemands}), is asked of the valid requests of the old one: a demand
 * that one of them breaks is a breaking change, and the smallest such request shows it ({@link
 * dev.callsheet.spec.diff.DemandComparison}). The other way round, the same shows what is allowed
 * in addition. So a rule that is written in another way, or that others imply, is no change.
 *
 * <p>Prices are compared on requests that are valid in both ({@link
 * dev.callsheet.spec.diff.PriceComparison}), and results field by field ({@link
 * dev.callsheet.spec.diff.ResponseComparison}).
 */
@NullMarked
package dev.callsheet.spec.diff;

import org.jspecify.annotations.NullMarked;
