/**
 * Request files as tests of JUnit 5: {@link dev.callsheet.junit.RequestTests} makes a test of every
 * request, which passes when the linter has no error for it.
 */
@NullMarked
package dev.callsheet.junit;

import org.jspecify.annotations.NullMarked;
