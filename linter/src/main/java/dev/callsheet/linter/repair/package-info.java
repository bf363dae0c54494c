/** Repairs of a finding, as JSON patches and as replacements of text. */
@NullMarked
package dev.callsheet.linter.repair;

import org.jspecify.annotations.NullMarked;
