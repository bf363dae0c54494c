/**
 * Validates a request by the model that it, or the envelope around it, names. {@link
 * dev.callsheet.linter.validation.RequestValidator} is the front door.
 */
@NullMarked
package dev.callsheet.linter.validation;

import org.jspecify.annotations.NullMarked;
