@NullMarked
package dev.callsheet.generator.internal.java.type;

import org.jspecify.annotations.NullMarked;
