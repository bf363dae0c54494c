/** Everything of a model put together, as the text of a spec. */
@NullMarked
package dev.callsheet.importer.internal.spec;

import org.jspecify.annotations.NullMarked;
