package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;

/**
 * What a published schema says of an object or a list beyond the shapes of its members.
 *
 * @param schema the constraint alone: an item of an {@code allOf}, or the whole schema
 * @param keyword the only keyword of the schema that is meant; empty for all of it
 * @param path of the object or list
 */
public record Assertion(SchemaNode schema, String keyword, ParameterPath path) {}
