/** P1: a request that is an object already, checked. */
@NullMarked
package dev.callsheet.benchmarks.checking;

import org.jspecify.annotations.NullMarked;
