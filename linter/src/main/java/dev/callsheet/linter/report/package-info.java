/**
 * Writes what was found in requests and in specs: for people as text, for programs as JSON, for
 * code hosts as SARIF. The front doors are the implementations of {@link
 * dev.callsheet.linter.report.LintReport} and {@link dev.callsheet.linter.report.CheckReport}.
 */
@NullMarked
package dev.callsheet.linter.report;

import org.jspecify.annotations.NullMarked;
