@NullMarked
package dev.callsheet.benchmarks.checking;

import org.jspecify.annotations.NullMarked;
