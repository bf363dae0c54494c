/**
 * Options of {@code callsheet lint}, and what it prints while a run lasts: fixes, inputs that could
 * not be read, progress.
 */
@NullMarked
package dev.callsheet.cli.lint;

import org.jspecify.annotations.NullMarked;
