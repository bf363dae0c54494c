/** Options that several commands share. */
@NullMarked
package dev.callsheet.cli.option;

import org.jspecify.annotations.NullMarked;
