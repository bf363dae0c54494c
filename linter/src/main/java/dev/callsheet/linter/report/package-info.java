/**
 * Reports of findings in requests: text for people, JSON for programs, SARIF for code hosts, and
 * others. A {@link dev.callsheet.linter.report.ReportFormat} makes the {@link
 * dev.callsheet.linter.report.LintReport} that writes it.
 */
@NullMarked
package dev.callsheet.linter.report;

import org.jspecify.annotations.NullMarked;
