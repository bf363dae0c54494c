/** Sentences about values that repairs and reports show. */
@NullMarked
package dev.callsheet.linter.internal.messages;

import org.jspecify.annotations.NullMarked;
