/**
 * Remembers what was generated from what, so that nothing is done where nothing has changed: {@link
 * dev.callsheet.generator.stamp.Stamp}.
 */
@NullMarked
package dev.callsheet.generator.stamp;

import org.jspecify.annotations.NullMarked;
