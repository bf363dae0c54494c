/** Tests of {@code callsheet lsp}. */
@NullMarked
package dev.callsheet.cli.lsp;

import org.jspecify.annotations.NullMarked;
