/** Sandboxes of platforms that a file describes. */
@NullMarked
package dev.callsheet.sandbox.platform;

import org.jspecify.annotations.NullMarked;
