/**
 * Passes over requests as bytes, once, without making anything of them, and tells those that are
 * certainly right from those that deserve a closer look. {@link
 * dev.callsheet.linter.internal.fastpath.FastPath} is the front door; an {@link
 * dev.callsheet.linter.internal.fastpath.CompiledSchema} is a model made ready for it.
 */
@NullMarked
package dev.callsheet.linter.internal.fastpath;

import org.jspecify.annotations.NullMarked;
