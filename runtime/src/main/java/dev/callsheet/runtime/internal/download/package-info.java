/** Downloads results to disk: resumed, verified, and moved into place when complete. */
@NullMarked
package dev.callsheet.runtime.internal.download;

import org.jspecify.annotations.NullMarked;
