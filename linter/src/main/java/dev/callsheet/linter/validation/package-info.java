/** Validates a request by the model that it names. */
@NullMarked
package dev.callsheet.linter.validation;

import org.jspecify.annotations.NullMarked;
