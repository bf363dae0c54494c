/** The bytes of an input: where they come from, how they are decoded, and where lines begin. */
@NullMarked
package dev.callsheet.linter.internal.input;

import org.jspecify.annotations.NullMarked;
