/** What JMH measured, as figures. */
@NullMarked
package dev.callsheet.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
