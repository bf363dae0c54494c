/**
 * Findings that are known and not to be reported: those of a {@link
 * dev.callsheet.linter.baseline.Baseline}, written by the machine, to start from, and those of
 * {@link dev.callsheet.linter.baseline.Suppressions}, written by people, each with its reason. What
 * is listed there and not found any more is itself reported.
 */
@NullMarked
package dev.callsheet.linter.baseline;

import org.jspecify.annotations.NullMarked;
