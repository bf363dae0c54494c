/** The page of figures. */
@NullMarked
package dev.callsheet.benchmarks.report;

import org.jspecify.annotations.NullMarked;
