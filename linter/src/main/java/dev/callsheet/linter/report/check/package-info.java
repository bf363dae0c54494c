/**
 * Reports of flaws in specs, as text, JSON and SARIF: a {@link
 * dev.callsheet.linter.report.check.CheckReport} writes what the proofs found.
 */
@NullMarked
package dev.callsheet.linter.report.check;

import org.jspecify.annotations.NullMarked;
