/** P3, P4 and P5: whole processes, and what they take. */
@NullMarked
package dev.callsheet.benchmarks.process;

import org.jspecify.annotations.NullMarked;
