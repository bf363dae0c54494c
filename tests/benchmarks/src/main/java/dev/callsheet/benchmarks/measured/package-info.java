/** What JMH measured, as figures. */
@NullMarked
package dev.callsheet.benchmarks.measured;

import org.jspecify.annotations.NullMarked;
