/** Writes a file whole or not at all. */
@NullMarked
package dev.callsheet.linter.internal.file;

import org.jspecify.annotations.NullMarked;
