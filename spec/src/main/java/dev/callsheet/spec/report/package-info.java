/**
 * Writes what was found in requests and in specs: for people as text, for programs as JSON, for
 * code hosts as SARIF. The front doors are the implementations of {@link
 * dev.callsheet.spec.report.Report} and {@link dev.callsheet.spec.report.CheckReport}.
 */
@NullMarked
package dev.callsheet.spec.report;

import org.jspecify.annotations.NullMarked;
