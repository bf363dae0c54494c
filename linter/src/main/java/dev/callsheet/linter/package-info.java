/**
 * Lints any number of inputs in one go: files side by side on all cores, findings in order and as
 * they are found. {@link dev.callsheet.linter.LintRunner} is the front door; whoever wants to know
 * what is found is a {@link dev.callsheet.linter.LintSink}.
 */
@NullMarked
package dev.callsheet.linter;

import org.jspecify.annotations.NullMarked;
