/** Validators of JSON requests, each by the same schemas, behind one interface. */
@NullMarked
package dev.callsheet.benchmarks.validator;

import org.jspecify.annotations.NullMarked;
