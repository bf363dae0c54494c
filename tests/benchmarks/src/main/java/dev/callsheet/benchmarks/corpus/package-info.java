/** The requests that everybody is measured with. */
@NullMarked
package dev.callsheet.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
