/** A spec's words as Javadoc: escaped, wrapped, and never able to leave their comment. */
@NullMarked
package dev.callsheet.generator.internal.java.javadoc;

import org.jspecify.annotations.NullMarked;
