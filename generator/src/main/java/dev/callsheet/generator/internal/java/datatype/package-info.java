/**
 * Writes the types of a model: one class for each kind of file, and one for each thing that is
 * added to it.
 */
@NullMarked
package dev.callsheet.generator.internal.java.datatype;

import org.jspecify.annotations.NullMarked;
