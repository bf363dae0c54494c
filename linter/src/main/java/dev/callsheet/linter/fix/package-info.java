/**
 * Makes the repairs in request files that are unambiguous, and leaves every other byte as it is.
 * {@link dev.callsheet.linter.fix.Fixer} is the front door.
 */
@NullMarked
package dev.callsheet.linter.fix;

import org.jspecify.annotations.NullMarked;
