/** P2: a request that is bytes, judged. */
@NullMarked
package dev.callsheet.benchmarks.linting;

import org.jspecify.annotations.NullMarked;
