/** The pieces of the demo. */
@NullMarked
package dev.callsheet.cli.demo;

import org.jspecify.annotations.NullMarked;
