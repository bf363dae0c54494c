/**
 * Processes that are killed at any moment, against a server in bad weather, and what the books say
 * of it in the end.
 */
@NullMarked
package dev.callsheet.sandbox.chaos;

import org.jspecify.annotations.NullMarked;
