/**
 * How long media last, read from the few bytes of their containers that say so. {@link
 * dev.callsheet.runtime.internal.duration.MediaDuration} is the front door; media that travels in a
 * request is found by {@link dev.callsheet.runtime.internal.duration.InlineMedia}.
 */
@NullMarked
package dev.callsheet.runtime.internal.duration;

import org.jspecify.annotations.NullMarked;
