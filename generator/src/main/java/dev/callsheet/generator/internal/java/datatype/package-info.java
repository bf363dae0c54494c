/**
 * Writes the types of a model: records, enums and sealed interfaces. {@link
 * dev.callsheet.generator.internal.java.datatype.DataTypeGenerator} is the front door; there is one
 * class for each kind of type, and one for each group of methods that is added to it.
 */
@NullMarked
package dev.callsheet.generator.internal.java.datatype;

import org.jspecify.annotations.NullMarked;
