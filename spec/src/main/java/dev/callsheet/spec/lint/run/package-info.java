/**
 * Lints any number of inputs in one go: files side by side on all cores, what is found in order and
 * as it is found. {@link dev.callsheet.spec.lint.run.LintRun} is the front door; whoever wants to
 * know what is found is a {@link dev.callsheet.spec.lint.run.LintSink}, and may pass on to the next
 * one what it does not keep.
 */
@NullMarked
package dev.callsheet.spec.lint.run;

import org.jspecify.annotations.NullMarked;
