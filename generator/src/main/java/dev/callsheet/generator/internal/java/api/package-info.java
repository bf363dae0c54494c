/** What of generated sources callers can name. */
@NullMarked
package dev.callsheet.generator.internal.java.api;

import org.jspecify.annotations.NullMarked;
