/** Tests of stored media. */
@NullMarked
package dev.callsheet.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
