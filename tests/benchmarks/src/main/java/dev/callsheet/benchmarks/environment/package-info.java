/** The machine and the directories that benchmarks run in. */
@NullMarked
package dev.callsheet.benchmarks.environment;

import org.jspecify.annotations.NullMarked;
