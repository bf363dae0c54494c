/** Those who judge JSON requests, each by the same schemas, made ready to be asked alike. */
@NullMarked
package dev.callsheet.benchmarks.validator;

import org.jspecify.annotations.NullMarked;
