/** P2: validation of a request that is bytes. */
@NullMarked
package dev.callsheet.benchmarks.linter;

import org.jspecify.annotations.NullMarked;
