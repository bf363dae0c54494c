/**
 * One run of the linter with everything around it: fixes, filters, reports, coverage, and the
 * decision whether the run has failed. The command, the Maven goal and the JUnit adapter are faces
 * over a {@link dev.callsheet.linter.session.LintSession}; nothing here prints to a console or ends
 * the process.
 */
@NullMarked
package dev.callsheet.linter.session;

import org.jspecify.annotations.NullMarked;
