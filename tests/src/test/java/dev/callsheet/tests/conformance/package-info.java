/**
 * Whether everybody who validates requests says the same of them, for every model and by the
 * million; and whether a model's test vectors notice when one of its rules is another one. {@code
 * tests/conformance/run} runs all of it, {@code mvn verify} a part.
 */
@NullMarked
package dev.callsheet.tests.conformance;

import org.jspecify.annotations.NullMarked;
