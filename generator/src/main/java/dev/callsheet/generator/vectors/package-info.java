/**
 * Test requests made from a spec: for every rule and every constraint on a parameter, a smallest
 * request that it has something to say of, and a smallest one that breaks it and nothing else.
 * {@link dev.callsheet.generator.vectors.TestVectorSet} is the front door.
 */
@NullMarked
package dev.callsheet.generator.vectors;

import org.jspecify.annotations.NullMarked;
