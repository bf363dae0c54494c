/**
 * Writes a model's checker. {@link dev.callsheet.generator.internal.java.checker.FormulaConditions}
 * turns any formula of the calculus into a condition in Java, so that a new kind of rule needs
 * nothing here.
 */
@NullMarked
package dev.callsheet.generator.internal.java.checker;

import org.jspecify.annotations.NullMarked;
