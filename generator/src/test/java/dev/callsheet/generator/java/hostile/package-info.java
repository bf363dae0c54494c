/**
 * Specs full of text that would leave its place in generated code, if it could, and the proof that
 * it cannot: {@link dev.callsheet.generator.java.hostile.HostileSpecsTest} is where to start.
 */
@NullMarked
package dev.callsheet.generator.java.hostile;

import org.jspecify.annotations.NullMarked;
