/**
 * How messages travel: a {@link dev.callsheet.runtime.internal.transport.Transport} brings a
 * request to the server and a reply back. HTTP is the first of its kind. For the client's own use.
 */
@NullMarked
package dev.callsheet.runtime.internal.transport;

import org.jspecify.annotations.NullMarked;
