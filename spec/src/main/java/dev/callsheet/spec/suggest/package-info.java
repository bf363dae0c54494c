/** "Did you mean": the nearest right thing to what was written. */
@NullMarked
package dev.callsheet.spec.suggest;

import org.jspecify.annotations.NullMarked;
