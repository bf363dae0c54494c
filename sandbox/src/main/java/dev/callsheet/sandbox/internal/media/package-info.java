/**
 * The media of results and those that callers stored, and where they can be fetched. Start at
 * {@link dev.callsheet.sandbox.internal.media.MediaStore}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
