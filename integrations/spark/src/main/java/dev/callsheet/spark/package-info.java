/**
 * Validates requests where there are too many for one machine. {@link
 * dev.callsheet.spark.CallsheetLint} makes a table of findings of a dataset of requests; {@link
 * dev.callsheet.spark.LintJob} is the same for {@code spark-submit}.
 *
 * <p>Each record goes through a {@code RecordLinter} of module linter, once: {@link
 * dev.callsheet.spark.RecordLintFunction} makes {@link dev.callsheet.spark.PartRow rows} of what it
 * finds, of {@link dev.callsheet.spark.UuidChunk chunks} of UUIDs, and at the end of a partition of
 * its counts. {@link dev.callsheet.spark.RepeatedUuids} compares the UUIDs of all records, in a
 * pass over these chunks.
 */
@NullMarked
package dev.callsheet.spark;

import org.jspecify.annotations.NullMarked;
