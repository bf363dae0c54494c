/** What an import has to say: damage of a file, and what a spec cannot hold of it. */
@NullMarked
package dev.callsheet.importer.finding;

import org.jspecify.annotations.NullMarked;
