/**
 * The one way to write a file. {@link dev.callsheet.spec.internal.file.OutputFile} writes one,
 * whatever is there already; {@link dev.callsheet.spec.internal.file.OutputConflicts} keeps two
 * outputs from one path and an output from an input; {@link
 * dev.callsheet.spec.internal.file.FileErrors} says what went wrong.
 */
@NullMarked
package dev.callsheet.spec.internal.file;

import org.jspecify.annotations.NullMarked;
