/**
 * A model as Java types: what class, enum or interface stands for each shape of its spec, and what
 * everything is called. Made once for a model by {@link
 * dev.callsheet.generator.internal.java.type.JavaModel}, read by all that emit code.
 */
@NullMarked
package dev.callsheet.generator.internal.java.type;

import org.jspecify.annotations.NullMarked;
