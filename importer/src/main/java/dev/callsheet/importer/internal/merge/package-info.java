/** Keeps the edits of a spec's author when its source is imported again. */
@NullMarked
package dev.callsheet.importer.internal.merge;

import org.jspecify.annotations.NullMarked;
