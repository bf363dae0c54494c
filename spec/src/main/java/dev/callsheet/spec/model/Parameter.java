package dev.callsheet.spec.model;

import dev.callsheet.spec.logic.ParameterPath;
import dev.callsheet.spec.source.SourceLocation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A named value in a request or a result.
 *
 * @param name its key in JSON
 * @param path from the task (or the result) to it
 * @param shape what its value may be
 * @param required whether it must be provided whenever its parent is
 * @param defaultValue the value it has when not provided; null when the documentation names none
 * @param javaName the name to use in Java; null to derive it
 * @param metadata what the documentation says of it
 * @param location where its key stands in the spec
 */
public record Parameter(
    String name,
    ParameterPath path,
    Shape shape,
    boolean required,
    @Nullable JsonNode defaultValue,
    @Nullable String javaName,
    ParameterMetadata metadata,
    SourceLocation location) {}
