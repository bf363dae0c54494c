/**
 * What commands read from, write to and end with: a {@link dev.callsheet.cli.console.Console},
 * marks for terminals, tables, files, exit statuses, and the exception for errors of the user.
 */
@NullMarked
package dev.callsheet.cli.console;

import org.jspecify.annotations.NullMarked;
