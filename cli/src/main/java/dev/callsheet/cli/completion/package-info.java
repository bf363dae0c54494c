/** What shells and manuals know of the command line, read from its commands and options. */
@NullMarked
package dev.callsheet.cli.completion;

import org.jspecify.annotations.NullMarked;
