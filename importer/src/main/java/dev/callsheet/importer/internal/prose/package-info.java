/** Rules that stand only in the descriptions of parameters. */
@NullMarked
package dev.callsheet.importer.internal.prose;

import org.jspecify.annotations.NullMarked;
