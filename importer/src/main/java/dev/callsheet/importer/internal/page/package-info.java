/** Documentation pages in Markdown: their parts, their parameters, and the rules they state. */
@NullMarked
package dev.callsheet.importer.internal.page;

import org.jspecify.annotations.NullMarked;
