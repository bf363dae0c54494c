/** From a JSON text to a tree with positions, or to a syntax error that says what is wrong. */
@NullMarked
package dev.callsheet.linter.internal.json;

import org.jspecify.annotations.NullMarked;
