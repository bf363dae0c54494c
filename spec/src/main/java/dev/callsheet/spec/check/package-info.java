/**
 * Checks spec files for their author: problems of writing ({@code parser}) and flaws of meaning
 * ({@code analysis}) together, in both interpretations of the rules. {@link
 * dev.callsheet.spec.check.SpecChecker} is the front door.
 */
@NullMarked
package dev.callsheet.spec.check;

import org.jspecify.annotations.NullMarked;
