@NullMarked
package dev.callsheet.generator.java.prose;

import org.jspecify.annotations.NullMarked;
