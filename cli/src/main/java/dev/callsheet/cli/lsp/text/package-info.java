/** The text of an open document, and the positions of the language server protocol in it. */
@NullMarked
package dev.callsheet.cli.lsp.text;

import org.jspecify.annotations.NullMarked;
