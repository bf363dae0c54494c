@NullMarked
package dev.callsheet.benchmarks.checker;

import org.jspecify.annotations.NullMarked;
