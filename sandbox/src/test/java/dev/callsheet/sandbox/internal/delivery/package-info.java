/** Tests of what is brought to receivers. */
@NullMarked
package dev.callsheet.sandbox.internal.delivery;

import org.jspecify.annotations.NullMarked;
