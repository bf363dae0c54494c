/** Headers and limits of the way to the server. */
@NullMarked
package dev.callsheet.runtime.internal.transport;

import org.jspecify.annotations.NullMarked;
