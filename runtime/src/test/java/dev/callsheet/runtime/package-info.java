/** What holds for the runtime as a whole. */
@NullMarked
package dev.callsheet.runtime;

import org.jspecify.annotations.NullMarked;
