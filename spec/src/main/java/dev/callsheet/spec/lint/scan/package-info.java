/**
 * Passes over requests as bytes, once, without making anything of them, and tells those that are
 * certainly right from those that deserve a closer look. {@link
 * dev.callsheet.spec.lint.scan.Screening} is the front door; an {@link
 * dev.callsheet.spec.lint.scan.Automaton} is a model made ready for it.
 */
@NullMarked
package dev.callsheet.spec.lint.scan;

import org.jspecify.annotations.NullMarked;
