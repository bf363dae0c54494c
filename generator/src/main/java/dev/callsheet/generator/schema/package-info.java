/**
 * A model's requests as JSON Schema 2020-12, for editors and for validators of other makers. What
 * JSON Schema cannot say is listed in the schema itself. {@link
 * dev.callsheet.generator.schema.SchemaExport} is the front door.
 */
@NullMarked
package dev.callsheet.generator.schema;

import org.jspecify.annotations.NullMarked;
