/** Time as tests want it. */
@NullMarked
package dev.callsheet.runtime.internal.loop;

import org.jspecify.annotations.NullMarked;
