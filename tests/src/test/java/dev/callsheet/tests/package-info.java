/**
 * Tests across modules: that modules use only those below, and that all implementations agree on a
 * request.
 */
@NullMarked
package dev.callsheet.tests;

import org.jspecify.annotations.NullMarked;
