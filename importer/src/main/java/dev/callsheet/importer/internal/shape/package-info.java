/** Schemas of values as parameters of the spec language. */
@NullMarked
package dev.callsheet.importer.internal.shape;

import org.jspecify.annotations.NullMarked;
