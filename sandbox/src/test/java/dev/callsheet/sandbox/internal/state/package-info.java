/** Tests of what is kept in a folder. */
@NullMarked
package dev.callsheet.sandbox.internal.state;

import org.jspecify.annotations.NullMarked;
