/** Replies in every shape they are known to come in. */
@NullMarked
package dev.callsheet.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
