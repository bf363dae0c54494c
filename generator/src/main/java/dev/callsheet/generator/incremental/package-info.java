/**
 * Remembers what was generated from what, so that nothing is done where nothing has changed: {@link
 * dev.callsheet.generator.incremental.StampFile}; and no model is made again that has not changed:
 * {@link dev.callsheet.generator.incremental.GeneratedModels}.
 */
@NullMarked
package dev.callsheet.generator.incremental;

import org.jspecify.annotations.NullMarked;
