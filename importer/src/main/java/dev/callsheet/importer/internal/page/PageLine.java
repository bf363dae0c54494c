package dev.callsheet.importer.internal.page;

import dev.callsheet.spec.source.SourceLocation;

/**
 * Some text of a page, in one line of it.
 *
 * @param text without list marks
 * @param location where the line begins
 */
public record PageLine(String text, SourceLocation location) {}
