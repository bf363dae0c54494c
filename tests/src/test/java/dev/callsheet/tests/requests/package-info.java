/**
 * Replays the requests under {@code tests/requests}: each must be valid or not as its name says.
 */
@NullMarked
package dev.callsheet.tests.requests;

import org.jspecify.annotations.NullMarked;
