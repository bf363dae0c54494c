/**
 * Judges requests in raw JSON: by their model's parameters and rules, with the line and column of
 * every finding. {@link dev.callsheet.spec.lint.Linter} is the front door.
 */
@NullMarked
package dev.callsheet.spec.lint;

import org.jspecify.annotations.NullMarked;
