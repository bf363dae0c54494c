/** Hashes that name contents and accounts. */
@NullMarked
package dev.callsheet.runtime.internal.hash;

import org.jspecify.annotations.NullMarked;
