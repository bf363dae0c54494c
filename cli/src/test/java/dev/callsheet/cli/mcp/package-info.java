/** Tests of {@code callsheet mcp}. */
@NullMarked
package dev.callsheet.cli.mcp;

import org.jspecify.annotations.NullMarked;
