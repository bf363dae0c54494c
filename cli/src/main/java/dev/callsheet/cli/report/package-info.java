/**
 * Where reports go: to standard output, or to files that are there whole or not at all. {@link
 * dev.callsheet.cli.report.ReportOptions} are the options for reports on requests.
 */
@NullMarked
package dev.callsheet.cli.report;

import org.jspecify.annotations.NullMarked;
