/**
 * Writes what was found in requests: for people as text, for programs as JSON. The front doors are
 * {@link dev.callsheet.spec.report.TextReport} and {@link dev.callsheet.spec.report.JsonReport}.
 */
@NullMarked
package dev.callsheet.spec.report;

import org.jspecify.annotations.NullMarked;
