/** The command, run in this process with its output caught, and as the jar that people start. */
@NullMarked
package dev.callsheet.cli;

import org.jspecify.annotations.NullMarked;
