/** Uploads media to the platform. */
@NullMarked
package dev.callsheet.runtime.internal.media;

import org.jspecify.annotations.NullMarked;
