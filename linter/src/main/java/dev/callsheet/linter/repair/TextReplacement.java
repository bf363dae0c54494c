package dev.callsheet.linter.repair;

import dev.callsheet.spec.source.SourceLocation;

/**
 * Something to put in the place of a part of a text.
 *
 * @param startOffset where the part begins, in {@code char}s from the beginning of the text at hand
 * @param endOffset where it ends
 * @param newText what to put there; empty to delete
 * @param start the line and column of the beginning in its file
 * @param end likewise of the end
 */
public record TextReplacement(
    int startOffset, int endOffset, String newText, SourceLocation start, SourceLocation end) {}
