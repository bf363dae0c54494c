package dev.callsheet.spec.read;

import dev.callsheet.spec.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in a spec.
 *
 * @param location where it stands
 * @param message what is wrong and what would be right
 * @param sourceLine the line it stands in, as written; null when the file has no such line, or one
 *     too long to show
 */
public record Problem(Location location, String message, @Nullable String sourceLine) {}
