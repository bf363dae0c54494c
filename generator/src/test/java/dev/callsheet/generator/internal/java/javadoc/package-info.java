@NullMarked
package dev.callsheet.generator.internal.java.javadoc;

import org.jspecify.annotations.NullMarked;
