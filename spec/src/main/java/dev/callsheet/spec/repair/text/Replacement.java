package dev.callsheet.spec.repair.text;

import dev.callsheet.spec.source.Location;

/**
 * Something to put in the place of a part of a text.
 *
 * @param from where the part begins, in {@code char}s from the beginning of the text at hand
 * @param to where it ends
 * @param inserted what to put there; empty to delete
 * @param begin the line and column of the beginning in its file
 * @param end likewise of the end
 */
public record Replacement(int from, int to, String inserted, Location begin, Location end) {}
