@NullMarked
package dev.callsheet.generator.internal.java.formatting;

import org.jspecify.annotations.NullMarked;
