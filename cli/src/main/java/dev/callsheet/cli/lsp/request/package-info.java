/**
 * Request files in an editor: what is wrong with them and how it is mended, what can be written at
 * the cursor, and what stands there.
 */
@NullMarked
package dev.callsheet.cli.lsp.request;

import org.jspecify.annotations.NullMarked;
