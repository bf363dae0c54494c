/**
 * The last touches to generated text that JavaPoet cannot give it, so that it reads as if written
 * by hand.
 */
@NullMarked
package dev.callsheet.generator.internal.java.formatting;

import org.jspecify.annotations.NullMarked;
