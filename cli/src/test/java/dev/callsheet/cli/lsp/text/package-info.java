/** Tests of positions in documents. */
@NullMarked
package dev.callsheet.cli.lsp.text;

import org.jspecify.annotations.NullMarked;
