/** How what users hand in is found and read. */
@NullMarked
package dev.callsheet.cli.request;

import org.jspecify.annotations.NullMarked;
