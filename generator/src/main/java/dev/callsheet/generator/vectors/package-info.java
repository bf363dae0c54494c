/**
 * Test requests made from a spec: for every rule and every constraint of a parameter, a smallest
 * valid request that has to do with it, and one that violates it and nothing else. Start at {@link
 * dev.callsheet.generator.vectors.TestVectorSet}, which explains how they are found: {@link
 * dev.callsheet.spec.analysis.RequestSearch} makes the requests, {@code ShapeMutations} and {@code
 * FacetMutations} the invalid values.
 */
@NullMarked
package dev.callsheet.generator.vectors;

import org.jspecify.annotations.NullMarked;
