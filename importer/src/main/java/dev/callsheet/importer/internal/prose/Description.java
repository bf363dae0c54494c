package dev.callsheet.importer.internal.prose;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;

/**
 * What a published file says of a parameter to people.
 *
 * @param path from the task; through lists by their items
 * @param text as it is published
 * @param location where the parameter is described
 */
public record Description(ParameterPath path, String text, SourceLocation location) {}
