/**
 * What a set of requests exercises of the models: which modes, rules, parameters and values. A
 * {@link dev.callsheet.linter.coverage.Coverage} observes the tasks while they are linted.
 */
@NullMarked
package dev.callsheet.linter.coverage;

import org.jspecify.annotations.NullMarked;
