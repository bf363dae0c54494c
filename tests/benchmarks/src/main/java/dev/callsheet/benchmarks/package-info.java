/**
 * Figures, side by side with others' work. {@link dev.callsheet.benchmarks.Benchmarks} runs the
 * parts of the comparison and writes {@code docs/benchmarks.md}.
 */
@NullMarked
package dev.callsheet.benchmarks;

import org.jspecify.annotations.NullMarked;
