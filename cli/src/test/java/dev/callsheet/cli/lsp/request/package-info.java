/** Tests of what is known of request files in editors. */
@NullMarked
package dev.callsheet.cli.lsp.request;

import org.jspecify.annotations.NullMarked;
