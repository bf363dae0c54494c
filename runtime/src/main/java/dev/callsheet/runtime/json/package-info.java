/**
 * What generated requests and results are made of: lists and maps that never change, and parameters
 * that no spec knows.
 */
@NullMarked
package dev.callsheet.runtime.json;

import org.jspecify.annotations.NullMarked;
