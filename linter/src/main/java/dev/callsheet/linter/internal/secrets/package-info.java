/** Finds API keys in requests. */
@NullMarked
package dev.callsheet.linter.internal.secrets;

import org.jspecify.annotations.NullMarked;
