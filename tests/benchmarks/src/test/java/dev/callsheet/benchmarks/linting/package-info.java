@NullMarked
package dev.callsheet.benchmarks.linting;

import org.jspecify.annotations.NullMarked;
