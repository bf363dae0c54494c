/** P3, P4, P5, P7 and P8: whole processes, and what they take. */
@NullMarked
package dev.callsheet.benchmarks.process;

import org.jspecify.annotations.NullMarked;
