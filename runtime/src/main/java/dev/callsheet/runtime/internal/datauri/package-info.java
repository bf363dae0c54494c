/** Media written out as text. */
@NullMarked
package dev.callsheet.runtime.internal.datauri;

import org.jspecify.annotations.NullMarked;
