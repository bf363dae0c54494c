/** P1: a request that is an object already, checked. */
@NullMarked
package dev.callsheet.benchmarks.checker;

import org.jspecify.annotations.NullMarked;
