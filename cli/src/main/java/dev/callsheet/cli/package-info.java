/**
 * The {@code callsheet} command: {@link dev.callsheet.cli.Callsheet} is where it starts, every
 * subcommand is a class of its own that turns arguments into calls of the floors below. What a
 * command reads from and writes to is a {@link dev.callsheet.cli.console.Console}.
 */
@NullMarked
package dev.callsheet.cli;

import org.jspecify.annotations.NullMarked;
