@NullMarked
package dev.callsheet.generator.java.type;

import org.jspecify.annotations.NullMarked;
