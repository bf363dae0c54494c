/**
 * The samples that stand in for what a model would have rendered, and where they can be fetched.
 * Start at {@link dev.callsheet.sandbox.internal.media.MediaStore}.
 */
@NullMarked
package dev.callsheet.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
