@NullMarked
package dev.callsheet.benchmarks.linter;

import org.jspecify.annotations.NullMarked;
