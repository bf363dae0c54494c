/** Keeps track of what a budget has been spent on. */
@NullMarked
package dev.callsheet.runtime.internal.budget;

import org.jspecify.annotations.NullMarked;
