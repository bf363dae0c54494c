/** Lints inputs that are too large to be held in memory, in parallel and in order. */
@NullMarked
package dev.callsheet.linter.internal.stream;

import org.jspecify.annotations.NullMarked;
