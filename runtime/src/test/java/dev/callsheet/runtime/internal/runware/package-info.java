/** Headers and limits of the way to the server. */
@NullMarked
package dev.callsheet.runtime.internal.runware;

import org.jspecify.annotations.NullMarked;
