/**
 * Brings finished results to those who asked for it: to their webhook and to their upload endpoint.
 */
@NullMarked
package dev.callsheet.sandbox.internal.delivery;

import org.jspecify.annotations.NullMarked;
