/**
 * The messages of the API as data: what is written into a request, and what a reply turns out to
 * hold whatever shape it came in. Nothing here knows how messages travel. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
