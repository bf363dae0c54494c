/**
 * What a model's documentation says, as data: {@link dev.callsheet.generator.page.ModelPage} has
 * the sections of a page, taken from the spec alone, and {@link
 * dev.callsheet.generator.page.ModelAnalysis} what has to be worked out. The pages of the
 * documentation site and the command {@code describe} show the same data.
 */
@NullMarked
package dev.callsheet.generator.page;

import org.jspecify.annotations.NullMarked;
