/**
 * The images, videos and sounds that tasks work from: {@link
 * dev.callsheet.runtime.client.media.Media} makes a request's parameter of a file, of bytes, of an
 * address or of a stored piece, and {@link dev.callsheet.runtime.client.media.MediaStorage} stores
 * what is too large to travel inside a request.
 */
@NullMarked
package dev.callsheet.runtime.client.media;

import org.jspecify.annotations.NullMarked;
