/** Reports on what changed between two versions of a spec. */
@NullMarked
package dev.callsheet.linter.report.diff;

import org.jspecify.annotations.NullMarked;
