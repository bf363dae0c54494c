/** What an import has to say, collected while it goes on. */
@NullMarked
package dev.callsheet.importer.internal.finding;

import org.jspecify.annotations.NullMarked;
