/**
 * Validates a request against a model: the reference implementation of the language, a tree walk
 * without shortcuts.
 */
@NullMarked
package dev.callsheet.spec.validation;

import org.jspecify.annotations.NullMarked;
