/**
 * What {@code callsheet lint} does besides judging: fixes files before, hides what is known on the
 * way to the reports, and tells what requests exercise afterwards.
 */
@NullMarked
package dev.callsheet.cli.lint;

import org.jspecify.annotations.NullMarked;
