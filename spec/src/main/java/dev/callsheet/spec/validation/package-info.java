/**
 * Validates a request against a model: the reference implementation of the language, a tree walk
 * without shortcuts. {@link dev.callsheet.spec.validation.ModelValidator} is the front door.
 *
 * <p>It first validates the task by the request's shape. {@link
 * dev.callsheet.spec.validation.ValidatorFactory} has made a {@link
 * dev.callsheet.spec.validation.ShapeValidator} for every parameter; each reports the first thing
 * wrong with its value to the {@link dev.callsheet.spec.validation.ViolationCollector}. Then a
 * {@link dev.callsheet.spec.validation.RuleValidator} for every rule evaluates its formula in every
 * scope, where values that were reported count as unreliable.
 */
@NullMarked
package dev.callsheet.spec.validation;

import org.jspecify.annotations.NullMarked;
