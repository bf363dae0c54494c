/**
 * What of the models a set of requests makes use of: which rules have something to say of them,
 * which parameters, values and modes occur. {@link dev.callsheet.linter.coverage.Coverage} is the
 * front door.
 */
@NullMarked
package dev.callsheet.linter.coverage;

import org.jspecify.annotations.NullMarked;
