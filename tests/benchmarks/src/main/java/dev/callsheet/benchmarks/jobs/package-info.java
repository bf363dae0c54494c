/** Many jobs at once, against a sandbox in a process of its own. */
@NullMarked
package dev.callsheet.benchmarks.jobs;

import org.jspecify.annotations.NullMarked;
