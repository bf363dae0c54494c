/**
 * Lints inputs that are too large to hold in memory: lines in chunks, in parallel and in order, by
 * {@link dev.callsheet.linter.internal.stream.LineStreamLinter}; one large value by {@link
 * dev.callsheet.linter.internal.stream.LargeDocumentLinter}.
 */
@NullMarked
package dev.callsheet.linter.internal.stream;

import org.jspecify.annotations.NullMarked;
