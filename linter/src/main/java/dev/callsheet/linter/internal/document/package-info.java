/** Lints one document: the requests of a text, one by one, with positions in the file. */
@NullMarked
package dev.callsheet.linter.internal.document;

import org.jspecify.annotations.NullMarked;
