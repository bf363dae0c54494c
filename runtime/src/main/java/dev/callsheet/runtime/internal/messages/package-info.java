/** The one place that words messages: sentences, what values must be, names and values. */
@NullMarked
package dev.callsheet.runtime.internal.messages;

import org.jspecify.annotations.NullMarked;
