/** Published files of OpenAPI, with positions and references followed. */
@NullMarked
package dev.callsheet.importer.internal.schema;

import org.jspecify.annotations.NullMarked;
