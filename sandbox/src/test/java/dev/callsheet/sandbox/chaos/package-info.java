/**
 * Processes that are killed at any moment, against a server with faults at random, and what the
 * books say of it in the end.
 */
@NullMarked
package dev.callsheet.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
