@NullMarked
package dev.callsheet.generator.internal.java.checker;

import org.jspecify.annotations.NullMarked;
