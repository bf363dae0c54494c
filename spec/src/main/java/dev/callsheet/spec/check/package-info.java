/**
 * Checks spec files as their author wants it: mistakes of writing and flaws of meaning together,
 * under both readings of the rules. {@link dev.callsheet.spec.check.SpecChecker} is the front door.
 */
@NullMarked
package dev.callsheet.spec.check;

import org.jspecify.annotations.NullMarked;
