/** The adapters that docs/observability.md shows. */
@NullMarked
package dev.callsheet.sandbox.observability;

import org.jspecify.annotations.NullMarked;
