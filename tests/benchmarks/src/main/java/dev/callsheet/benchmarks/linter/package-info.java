/** P2: a request that is bytes, judged. */
@NullMarked
package dev.callsheet.benchmarks.linter;

import org.jspecify.annotations.NullMarked;
