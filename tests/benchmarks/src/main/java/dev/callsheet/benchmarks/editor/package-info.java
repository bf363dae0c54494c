/** The language server, as an editor waits for it. */
@NullMarked
package dev.callsheet.benchmarks.editor;

import org.jspecify.annotations.NullMarked;
