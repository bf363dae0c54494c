/** Spec files in an editor: what is wrong with them, and what their language has at the cursor. */
@NullMarked
package dev.callsheet.cli.lsp.spec;

import org.jspecify.annotations.NullMarked;
