/** Texts made of others. */
@NullMarked
package dev.callsheet.spec.internal.text;

import org.jspecify.annotations.NullMarked;
