package dev.callsheet.spec.model;

import dev.callsheet.spec.source.SourceLocation;

/**
 * Something that a spec shares with another file and does not want.
 *
 * @param kind the key it stands under: {@code parameters}, {@code required}, {@code modes}, {@code
 *     rules}, {@code charges} or {@code response}
 * @param name its path, name or id
 * @param location where it is left out
 */
public record LeftOut(String kind, String name, SourceLocation location) {}
