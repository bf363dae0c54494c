/** What is written to terminals and pipes. */
@NullMarked
package dev.callsheet.cli.console;

import org.jspecify.annotations.NullMarked;
