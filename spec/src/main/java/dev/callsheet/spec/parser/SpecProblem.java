package dev.callsheet.spec.parser;

import dev.callsheet.spec.source.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A problem in a spec.
 *
 * @param location where it is
 * @param message what is wrong and what would be right
 * @param sourceLine the line of it, as written; null when the file has no such line, or one too
 *     long to show
 */
public record SpecProblem(SourceLocation location, String message, @Nullable String sourceLine) {}
