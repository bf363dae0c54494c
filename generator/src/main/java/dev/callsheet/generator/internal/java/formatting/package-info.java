/**
 * The one touch to generated text that JavaPoet cannot give it. Everything else about its layout is
 * JavaPoet's: generators only say where a line may be broken.
 */
@NullMarked
package dev.callsheet.generator.internal.java.formatting;

import org.jspecify.annotations.NullMarked;
