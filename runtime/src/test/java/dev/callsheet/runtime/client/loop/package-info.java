/** Time as tests want it. */
@NullMarked
package dev.callsheet.runtime.client.loop;

import org.jspecify.annotations.NullMarked;
