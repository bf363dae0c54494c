/**
 * Lints records one by one, wherever they come from: {@link
 * dev.callsheet.linter.record.RecordLinter} is a serializable function from the bytes of a record
 * to its findings, for engines that run such a function on many machines. What it says of a record
 * is what is said of a line of a file.
 */
@NullMarked
package dev.callsheet.linter.record;

import org.jspecify.annotations.NullMarked;
