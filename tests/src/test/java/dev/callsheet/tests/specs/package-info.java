/**
 * Spec files made at random, in all words of the language: {@link
 * dev.callsheet.tests.specs.RandomSpecFiles}.
 */
@NullMarked
package dev.callsheet.tests.specs;

import org.jspecify.annotations.NullMarked;
