/**
 * The step before full validation: {@link dev.callsheet.linter.internal.scan.RequestScanner}
 * separates the tasks of an input that are valid for certain from the byte ranges that must be
 * looked at again. Which scanner is used changes the time that linting takes, not the findings.
 */
@NullMarked
package dev.callsheet.linter.internal.scan;

import org.jspecify.annotations.NullMarked;
