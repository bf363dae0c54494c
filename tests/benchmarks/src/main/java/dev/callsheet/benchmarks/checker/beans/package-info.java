/** The first model's request as one would write it for Bean Validation by hand, rules included. */
@NullMarked
package dev.callsheet.benchmarks.checker.beans;

import org.jspecify.annotations.NullMarked;
