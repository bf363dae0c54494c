/**
 * JSON while it is being written: what is there, whatever is missing or misplaced. {@link
 * dev.callsheet.cli.lsp.json.PartialJsonReader} reads it.
 */
@NullMarked
package dev.callsheet.cli.lsp.json;

import org.jspecify.annotations.NullMarked;
