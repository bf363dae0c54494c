/** Specs and the published files that they were imported from. */
@NullMarked
package dev.callsheet.cli.source;

import org.jspecify.annotations.NullMarked;
