/**
 * Mends request files where there is one way to do it, and leaves every byte alone that this is not
 * about. {@link dev.callsheet.linter.fix.Fixer} is the front door.
 */
@NullMarked
package dev.callsheet.linter.fix;

import org.jspecify.annotations.NullMarked;
