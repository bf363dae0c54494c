/** Tests of what becomes of an accepted task. */
@NullMarked
package dev.callsheet.sandbox.internal.render;

import org.jspecify.annotations.NullMarked;
