/** P2 and P2w: a request that is bytes, right or wrong. */
@NullMarked
package dev.callsheet.benchmarks.linter;

import org.jspecify.annotations.NullMarked;
