/** A spec's words as Javadoc: escaped, wrapped, and never able to leave their comment. */
@NullMarked
package dev.callsheet.generator.java.prose;

import org.jspecify.annotations.NullMarked;
